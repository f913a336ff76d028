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

const sorted = (word: string): string => [...word].sort().join('');

/** Whether a word is another with one slip of the pen in it: a letter too many, too few or wrong, or two swapped. */
const isSlipOf = (word: string, verb: string): boolean => {
  // Worth counting only where the lengths allow it: a catalogue has thousands of words.
  if (verb.length <= 3 || Math.abs(word.length - verb.length) > 1) return false;
  const steps = distance(word, verb);
  return steps === 1 || (steps === 2 && sorted(word) === sorted(verb));
};

const wordsOf = (name: string): readonly string[] =>
  name
    .slice(0, 64)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

const meantBy = (word: string): Deed | undefined =>
  [...deeds].find(([verb]) => isSlipOf(word, verb))?.[1];

/** What a name says that the tool does: by a word of it, or, with a slip of the pen in it, by the word meant. */
export const deedOf = (name: string): Deed | undefined => {
  const words = wordsOf(name);
  const said = words.map((word) => deeds.get(word)).find((deed) => deed !== undefined);
  return said ?? words.map(meantBy).find((deed) => deed !== undefined);
};

/** What a name says that the tool is about: everything but the deed. */
const thingOf = (name: string): string =>
  wordsOf(name)
    .filter((word) => !deeds.has(word) && meantBy(word) === undefined)
    .join('');

const isSameThing = (one: string, other: string): boolean => {
  const most = Math.max(1, Math.floor(one.length / 4));
  return Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
};

/**
 * The known tool name nearest to `name` that does the same to the same thing: who wanted to delete is not sent to
 * read, nor to delete something else. Undefined when there is none, or when the name does not tell what it would do.
 * Only the first 64 characters of it are looked at.
 */
export const nearestTool = (name: string, known: Iterable<string>): string | undefined => {
  const short = name.slice(0, 64);
  const deed = deedOf(short);
  const thing = thingOf(short);
  if (deed === undefined) return undefined;
  const meant = [...known].filter(
    (candidate) => deedOf(candidate) === deed && isSameThing(thing, thingOf(candidate)),
  );
  // How the deed is spelt does not matter then: to delete a Droplet is to destroy it.
  return meant.toSorted((one, other) => distance(short, one) - distance(short, other))[0];
};
