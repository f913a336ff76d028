// Finds the tool that a mistyped name was probably meant to be: never one that does something else.
import { distance } from './nearest.ts';

/** What the words of a tool's name say that it does. */
const verbs = {
  read: ['list', 'get', 'show', 'read', 'describe', 'find', 'search', 'fetch', 'validate'],
  make: ['create', 'post', 'add', 'make', 'new', 'start', 'run'],
  change: ['update', 'patch', 'put', 'edit', 'set', 'modify', 'change'],
  end: [
    'delete',
    'destroy',
    'remove',
    'unassign',
    'detach',
    'recycle',
    'drop',
    'purge',
    'kill',
    'terminate',
  ],
  cancel: ['cancel', 'stop', 'abort'],
} as const;

type Deed = keyof typeof verbs;

const deeds = new Map<string, Deed>(
  Object.entries(verbs).flatMap(([deed, words]) => words.map((word) => [word, deed as Deed])),
);

/** How many letters two words have in common at their beginning. */
const sameLetters = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};

/**
 * Whether a word is another with one slip of the pen in it: a letter too many, too few or wrong, or two neighbours
 * swapped. Looks at each letter once: it is asked of every word of every name.
 */
const isSlipOf = (word: string, verb: string): boolean => {
  const more = word.length - verb.length;
  if (verb.length <= 3 || Math.abs(more) > 1 || word === verb) return false;
  const at = sameLetters(word, verb);
  if (more !== 0) return word.slice(at + Math.max(more, 0)) === verb.slice(at + Math.max(-more, 0));
  return (
    word.slice(at + 1) === verb.slice(at + 1) ||
    (word[at] === verb[at + 1] &&
      word[at + 1] === verb[at] &&
      word.slice(at + 2) === verb.slice(at + 2))
  );
};

const wordsOf = (name: string): readonly string[] =>
  name
    .slice(0, 64)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

const meantBy = (word: string): Deed | undefined => {
  for (const [verb, deed] of deeds) if (isSlipOf(word, verb)) return deed;
  return undefined;
};

/** The deed that a word with a slip of the pen in it means. */
type Slip = (word: string) => Deed | undefined;

/** By a word of it, or, with a slip of the pen in it, by the word meant. */
const deedIn = (words: readonly string[], slip: Slip = meantBy): Deed | undefined => {
  const plain = words.map((word) => deeds.get(word)).find((deed) => deed !== undefined);
  return plain ?? words.map(slip).find((deed) => deed !== undefined);
};

/** What a tool is about: the words of its name that are no deed. */
const thingIn = (words: readonly string[], slip: Slip = meantBy): readonly string[] =>
  words.filter((word) => !deeds.has(word) && slip(word) === undefined);

/** What a name says that the tool does. */
export const deedOf = (name: string): Deed | undefined => deedIn(wordsOf(name));

const isSameWord = (one: string, other: string): boolean => one === other || isSlipOf(one, other);

/** Word by word, so that a user is never a cluster; or in one, however the words are divided. */
const isSameThing = (one: readonly string[], other: readonly string[]): boolean =>
  isSameWord(one.join(''), other.join('')) ||
  (one.length === other.length && one.every((word, at) => isSameWord(word, other[at] ?? '')));

/** Finds the known name that was meant; see `nearestTool`. `isWanted` leaves out names that are known and not to be named. */
export type NearestTool = (
  name: string,
  isWanted?: (known: string) => boolean,
) => string | undefined;

/** Finds tool names among known ones, whose words are read once however often it is asked. */
export const nearestAmong = (known: Iterable<string>): NearestTool => {
  // Hundreds of names share a few hundred words.
  const slips = new Map<string, Deed | undefined>();
  const slip: Slip = (word) => {
    if (!slips.has(word)) slips.set(word, meantBy(word));
    return slips.get(word);
  };
  const names = Array.from(known, (name) => {
    const words = wordsOf(name);
    return { name, words, deed: deedIn(words, slip) };
  });
  return (name, isWanted = () => true) => {
    const short = name.slice(0, 64);
    const words = wordsOf(short);
    const deed = deedIn(words);
    if (deed === undefined) return undefined;
    const thing = thingIn(words);
    const meant = names.filter(
      (one) =>
        one.deed === deed && isSameThing(thing, thingIn(one.words, slip)) && isWanted(one.name),
    );
    // How the deed is spelt does not matter then: to delete a Droplet is to destroy it.
    const near = meant.toSorted((a, b) => distance(short, a.name) - distance(short, b.name));
    return near[0]?.name;
  };
};

/**
 * The known tool name nearest to `name` that does the same to the same thing: who wanted to delete is not sent to
 * read, nor to delete something else. Undefined when there is none, or when the name does not tell what it would do.
 * Only the first 64 characters of it are looked at.
 */
export const nearestTool = (name: string, known: Iterable<string>): string | undefined =>
  nearestAmong(known)(name);
