// Finds the tools that a request in people's words is about: ranked in memory, without a model and without a network.
import MiniSearch from 'minisearch';
import type { Wanted } from '../../scope-map/thesaurus.ts';
import { wantedBy } from './wanted.ts';
import { createTermReader } from './words.ts';

/** A tool as the finder knows it. */
export interface Findable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The area's slug and its title. */
  readonly area: string;
  readonly path: string;
  readonly scopes: string;
  /** What it can be told to do, where one argument chooses among several deeds. */
  readonly deeds: string;
  /** Requests as people phrase them. */
  readonly asked: readonly string[];
  /** What it does, as a request would want it. */
  readonly does: Wanted;
  /** How common the job is: 2 is everyday, 1 usual, 0 rare or a second road to the same. */
  readonly common: 0 | 1 | 2;
}

/** A tool that was found. */
export interface Found {
  readonly name: string;
  /** Only good for comparing tools of one search. */
  readonly score: number;
}

/** The longest request that is read, in characters. */
export const longestRequest = 200;

const weights = {
  asked: 3,
  title: 3,
  name: 2.5,
  area: 1.2,
  path: 1,
  description: 0.8,
  deeds: 3,
  scopes: 0.3,
};

// What a request wants done weighs as much as one of its words; to destroy is never a near miss of anything else.
const weightOf = (wanted: Wanted | undefined, does: Wanted): number => {
  if (wanted === undefined) return does === 'delete' ? 0.8 : 1;
  if (wanted === does) return 1.6;
  if (wanted === 'delete' || does === 'delete') return 0.7;
  return 1;
};

const commonness = [0.8, 1, 1.15] as const;

/** Makes a finder for these tools; costs some milliseconds for hundreds of them. */
export const createFinder = (
  tools: readonly Findable[],
): ((request: string, most: number) => readonly Found[]) => {
  const read = createTermReader();
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const search = new MiniSearch<Findable & { readonly id: string }>({
    fields: Object.keys(weights),
    extractField: (tool, field) => {
      const value = tool[field as keyof Findable | 'id'];
      return Array.isArray(value) ? value.join(' . ') : String(value);
    },
    tokenize: (text) => [...read(text)],
    processTerm: (term) => term,
    searchOptions: {
      boost: weights,
      combineWith: 'OR',
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      weights: { prefix: 0.4, fuzzy: 0.3 },
    },
  });
  search.addAll(tools.map((tool) => ({ ...tool, id: tool.name })));
  return (request, most) => {
    const text = request.slice(0, longestRequest);
    const wanted = wantedBy(text);
    return search
      .search(text, {
        boostDocument: (id) => {
          const tool = byName.get(String(id));
          return tool ? weightOf(wanted, tool.does) * commonness[tool.common] : 1;
        },
      })
      .slice(0, most)
      .map(({ id, score }) => ({ name: String(id), score }));
  };
};
