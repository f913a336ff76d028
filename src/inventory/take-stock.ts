// Takes stock of an account: everything that costs, as far as its caller may read it.
import { datedPrices } from '../../scope-map/dated-prices.ts';
import type { CallContext } from '../client/client.ts';
import type { Caller } from '../road/caller.ts';
import { readsOf } from '../road/reads.ts';
import type { CallRoad } from '../road/stages.ts';
import type { Inventory } from './answer.ts';
import { gather, type Item } from './gather.ts';
import { kinds, spaces } from './kinds.ts';
import { type Projects, readProjects } from './projects.ts';
import { createStock } from './stock.ts';

/** How long reading may take in all, in milliseconds; what was not read by then is said. */
export const longestStock = 25_000;

/** What the inventory can be asked for. */
export const nouns: readonly string[] = [...kinds.map(({ noun }) => noun), spaces];

const simple = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/s$/, '');

/** The kinds that words mean; a word that means none stays as it is. */
export const kindsMeant = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map((word) => nouns.find((noun) => simple(noun) === simple(word)) ?? word));

const bucketsOf = ({ buckets }: Projects): readonly Item[] => {
  const { spaces: price } = datedPrices;
  if (buckets.length === 0 || !price) return [];
  return [
    {
      kind: spaces,
      name: buckets.join(', '),
      id: null,
      region: null,
      monthlyUsd: price.price,
      created: null,
      tags: [],
      project: null,
      notes: ['for all buckets together, before larger use'],
    },
  ];
};

/** @param wanted the kinds that are asked for; undefined: all. */
export const takeStock = async (
  road: CallRoad,
  caller: Caller,
  context: CallContext,
  wanted: ReadonlySet<string> | undefined,
): Promise<Inventory> => {
  const [over, done] = [new AbortController(), new AbortController()];
  void road.clock.sleep(longestStock, done.signal).then(
    () => over.abort(),
    () => {},
  );
  try {
    const signal = AbortSignal.any([context.signal, over.signal]);
    const { progress: _, ...quiet } = context;
    const reads = await readsOf(road, caller, { ...quiet, signal }, { arePart: true });
    const stock = createStock(reads, () => signal.aborted);
    let reading: Promise<Projects> | undefined;
    const projects = (): Promise<Projects> => {
      reading ??= readProjects(stock);
      return reading;
    };
    const asked = kinds.filter(({ noun }) => !wanted || wanted.has(noun));
    const found = await Promise.all(asked.map((kind) => gather(kind, stock, projects)));
    const withSpaces = !wanted || wanted.has(spaces);
    const home = withSpaces || reading ? await projects() : undefined;
    return {
      items: [
        ...found.flatMap(({ items }) => items),
        ...(withSpaces && home ? bucketsOf(home) : []),
      ],
      unread: [...found.flatMap(({ unread }) => unread), ...(home?.unread ?? [])],
      isGiven: reads.guard.selection.policy !== undefined,
      reads: stock.sent,
    };
  } finally {
    done.abort();
  }
};
