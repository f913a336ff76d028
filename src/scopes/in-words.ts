// From a job in words to the tools that it takes, by the finder, with what of the words meant nothing to it.
import { plainWords } from '../../tools/find/words.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import { leastScopes } from '../guard/least-scopes.ts';
import { jobs } from '../jobs/jobs.ts';
import { createSearch, type Search } from '../menu/finders/search.ts';
import { onlyLooks } from './only-looks.ts';
import { type Wish, wishesFor } from './wishes.ts';
import { createVocabulary, type Vocabulary } from './words-of.ts';

/** What one part of a job was understood as. */
export interface Understood {
  /** The part, for example `restart web servers`. */
  readonly wish: string;
  /** Empty where nothing was found. */
  readonly tools: readonly string[];
  /** Words of it that no tool is known by. */
  readonly unmatched: readonly string[];
  /** What was assumed, in a sentence; null where nothing was. */
  readonly assumed: string | null;
}

/** Candidates that are looked at. */
const lookedAt = 40;
/** Tools for one deed at most; further ones are other ways to the same. */
const mostForDeed = 3;

/** A tool whose score is at least this share of the best is another part of the same deed. */
const closeEnough = 0.7;

/** Words for whatever there is. */
const whatever = new Set([
  'everything',
  'all',
  'anything',
  'the account',
  'my account',
  'whole account',
]);

interface Parts {
  readonly box: ToolBox;
  readonly search: Search;
  readonly vocabulary: Vocabulary;
}

interface Candidate {
  readonly tool: Tool;
  readonly covered: number;
  readonly score: number;
}

/** A kind of thing weighs more than anything that is said about it. */
const weightOfThing = 3;

/** The tools that know most of the words, the best first; none where only the verb is known. */
const candidatesFor = async (
  wish: Wish,
  { box, search, vocabulary }: Parts,
): Promise<readonly Candidate[]> => {
  const terms = vocabulary.read(wish.about);
  const things = vocabulary.read(wish.thing);
  const found: Candidate[] = [];
  for (const { name, score } of await search(wish.about, lookedAt)) {
    const tool = await box.named(name);
    if (!tool || tool.endpoint.deprecated !== undefined) continue;
    const known = vocabulary.of(tool);
    if (!things.some((term) => known.has(term))) continue;
    const weights = terms
      .filter((term) => known.has(term))
      .map((term) => (vocabulary.isThing(term) ? weightOfThing : 1));
    found.push({ tool, score, covered: weights.reduce((sum, weight) => sum + weight, 0) });
  }
  const most = Math.max(0, ...found.map(({ covered }) => covered));
  // A word more about the same thing makes no other tool of it.
  const least = most - (most > weightOfThing + 1 ? 2 : 0);
  return found
    .filter(({ covered }) => covered >= least)
    .toSorted((one, other) => other.covered - one.covered || other.score - one.score);
};

/** The reads that show which thing is meant: its list, and it alone. */
const readsBeside = (tool: Tool, box: ToolBox): readonly string[] => {
  const { path: own } = tool.endpoint;
  const collection = own
    .split('/{', 1)
    .join('')
    .replace(/\/actions$/, '');
  return box.outlines
    .filter(({ path, effect }) => effect === 'read' && (path === collection || path === own))
    .filter(({ onlyDiscloses, deprecated }) => !onlyDiscloses && deprecated === undefined)
    .map(({ name }) => name);
};

/** What a wish reaches of these tools. */
const reached = (wish: Wish, tools: readonly Tool[]): readonly string[] =>
  tools
    .filter(({ endpoint }) => endpoint.deprecated === undefined)
    .filter(({ endpoint }) => wish.reach === 'all' || onlyLooks(endpoint))
    // Whoever manages a thing need not be told its passwords.
    .filter(({ endpoint }) => endpoint.discloses?.only !== true)
    .map(({ name }) => name);

const boxesFor = ({ tool }: Candidate): readonly string[] => leastScopes([tool.endpoint]);

/** For one deed the tools that take the fewest boxes, and whatever the same boxes open of it. */
const forDeed = (wish: Wish, candidates: readonly Candidate[], box: ToolBox): readonly string[] => {
  const changing = candidates.filter(({ tool }) => {
    const { effect } = tool.endpoint;
    return effect !== 'read' && (effect === 'destroy') === (wish.wanted === 'delete');
  });
  const [best] = changing;
  if (!best) return candidates.slice(0, 1).map(({ tool }) => tool.name);
  const close = changing.filter(
    ({ score, tool }) =>
      tool.endpoint.area === best.tool.endpoint.area && score >= best.score * closeEnough,
  );
  const [least = best] = close.toSorted(
    (one, other) => boxesFor(one).length - boxesFor(other).length,
  );
  const opened = new Set(boxesFor(least));
  const chosen = close
    .filter((one) => boxesFor(one).every((scope) => opened.has(scope)))
    .slice(0, mostForDeed)
    .map(({ tool }) => tool);
  return [...new Set(chosen.flatMap((tool) => [...readsBeside(tool, box), tool.name]))];
};

const understand = async (wish: Wish, parts: Parts): Promise<Understood> => {
  const { box, vocabulary } = parts;
  const job = jobs.find(({ title }) => plainWords(wish.says).includes(plainWords(title)));
  if (job) {
    const used = [...job.needs, ...job.steps.flatMap(({ uses = [] }) => uses)];
    const tools = new Set(used.flatMap((operation) => box.nameOf(operation) ?? []));
    return { wish: wish.says, tools: [...tools], unmatched: [], assumed: null };
  }
  if (wish.reach !== 'deed' && whatever.has(wish.thing))
    return { wish: wish.says, tools: reached(wish, await box.all()), unmatched: [], assumed: null };
  const words = plainWords(wish.thing).split(' ');
  const candidates = await candidatesFor(wish, parts);
  const area = candidates[0]?.tool.endpoint.area;
  const tools =
    wish.reach === 'deed' || area === undefined
      ? forDeed(wish, candidates, box)
      : reached(wish, await box.ofArea(area));
  const known = new Set(candidates.flatMap(({ tool }) => [...vocabulary.of(tool)]));
  return {
    wish: wish.says,
    tools,
    unmatched: words.filter((word) => vocabulary.read(word).some((term) => !known.has(term))),
    assumed:
      tools.length > 0 && wish.isGuessed
        ? 'It has no verb, so only looking was taken for meant.'
        : null,
  };
};

/** What a job in words was understood as, part by part. The job is bounded by whoever read it. */
export const toolsInWords = async (job: string, box: ToolBox): Promise<readonly Understood[]> => {
  const parts = { box, search: createSearch(box), vocabulary: await createVocabulary() };
  const understood: Understood[] = [];
  for (const wish of wishesFor(job)) understood.push(await understand(wish, parts));
  return understood;
};
