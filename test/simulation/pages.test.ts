// Lists in pages: links that make sense, on the request's own origin, and every item exactly once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const accountWith = (count: number) => ({
  domains: Array.from({ length: count }, (_, number) => ({ name: `d${number}.example` })),
});

describe('pages', () => {
  it('have no links when everything fits on one', async () => {
    const { send } = createWorld({ seedData: accountWith(3) });
    expect((await send('GET', '/v2/domains')).body).toMatchObject({
      links: {},
      meta: { total: 3 },
    });
  });

  it('lead to the first, the previous, the next and the last, keeping the filter', async () => {
    const { send } = createWorld({ seedData: accountWith(25) });
    const read = async (address: string) => (await send('GET', address)).body;
    const origin = 'http://127.0.0.1:8787';
    const first = await read(`${origin}/v2/domains?per_page=10&colour=red`);
    expect(Object.keys(first.links.pages)).toEqual(['next', 'last']);
    expect(first.links.pages.next.startsWith(`${origin}/v2/domains?`)).toBe(true);
    expect(new URL(first.links.pages.next).searchParams.get('colour')).toBe('red');
    const second = await read(first.links.pages.next);
    expect(Object.keys(second.links.pages)).toEqual(['first', 'prev', 'next', 'last']);
    const last = await read(second.links.pages.last);
    expect(Object.keys(last.links.pages)).toEqual(['first', 'prev']);
    expect(last.domains).toHaveLength(5);
  });

  it('beyond the end are empty', async () => {
    const { send } = createWorld({ seedData: accountWith(3) });
    const { body } = await send('GET', '/v2/domains?page=9');
    expect(body.domains).toEqual([]);
    expect(body.meta.total).toBe(3);
  });

  it('hold 20 items unless asked otherwise, and 200 at most', async () => {
    const { send } = createWorld({ seedData: accountWith(230) });
    const count = async (query: string) =>
      (await send('GET', `/v2/domains${query}`)).body.domains.length;
    expect(await count('')).toBe(20);
    expect(await count('?per_page=500')).toBe(200);
    expect(await count('?per_page=nonsense')).toBe(20);
  });

  it('followed to the end show every item once, whatever their size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 45 }),
        fc.integer({ min: 1, max: 50 }),
        async (count, size) => {
          const { send } = createWorld({ seedData: accountWith(count), limits: 'off' });
          const seen: string[] = [];
          let path: string | undefined = `/v2/domains?per_page=${size}`;
          while (path !== undefined) {
            const {
              body,
            }: { body: { domains: { name: string }[]; links: { pages?: { next?: string } } } } =
              await send('GET', path);
            seen.push(...body.domains.map(({ name }) => name));
            const next: string | undefined = body.links.pages?.next;
            path = next === undefined ? undefined : next.slice(new URL(next).origin.length);
          }
          expect(new Set(seen).size).toBe(count);
          expect(seen).toHaveLength(count);
        },
      ),
      { numRuns: 40 },
    );
  });
});
