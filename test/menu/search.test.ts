// Whether find_tools finds: requests as people phrase them, and the rank of the tool that is right.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/menu/finders/search.ts';
import { box } from '../agent.ts';

/**
 * A request, and the operations of which any is right. They were written before the words of the entries were tuned,
 * by others than those who wrote how people ask. Every other one is set aside: it measures, and nobody looks at it when
 * words are changed.
 */
const requests = readFileSync(new URL('./requests.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line, index) => {
    const [request = '', right = ''] = line.split(' | ');
    return { request, right: right.split(','), isSetAside: index % 2 === 1 };
  });

const search = createSearch(box);

const ranks = await Promise.all(
  requests.map(async ({ request, right, isSetAside }) => {
    const names = right.map((operation) => box.nameOf(operation));
    const found = await search(request, 5);
    return { request, isSetAside, rank: found.findIndex(({ name }) => names.includes(name)) + 1 };
  }),
);

const share = (among: typeof ranks, most: number): number =>
  among.filter(({ rank }) => rank > 0 && rank <= most).length / among.length;

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

describe('a request in people’s words', () => {
  it('is about operations that there are', () => {
    expect(requests.length).toBeGreaterThanOrEqual(400);
    const unknown = requests.flatMap(({ right }) => right.filter((one) => !box.nameOf(one)));
    expect(unknown).toEqual([]);
  });

  it.each([
    ['those that words were tuned by', false],
    ['those that were set aside', true],
  ] as const)('finds the right tool: %s', (what, isSetAside) => {
    const among = ranks.filter((one) => one.isSetAside === isSetAside);
    const [first, three, five] = [share(among, 1), share(among, 3), share(among, 5)];
    console.log(
      `${what}: ${among.length} requests, first ${percent(first)}, in three ${percent(three)}, in five ${percent(five)}`,
    );
    expect(first).toBeGreaterThanOrEqual(0.8);
    expect(three).toBeGreaterThanOrEqual(0.95);
    expect(five).toBeGreaterThanOrEqual(0.98);
  });
});
