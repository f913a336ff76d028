// A list of which only some items are wanted: the others are passed over, counted, and not looked at again.
import { describe, expect, it } from 'vitest';
import { callOf, calm, entries } from './kit.ts';
import { ids, items, linked, prepareMeetings } from './meeting.ts';

const { meet } = prepareMeetings();
const call = callOf(entries.list);
const idOf = (item: unknown): number => (item as { id: number }).id;

describe('a list of which some items are wanted', () => {
  it('is read in the largest pages until enough of them are found', async () => {
    const { server, api } = await meet(linked(() => items(1_000)));
    const wants = (item: unknown) => idOf(item) % 100 === 0;
    const list = await api.list(call, { maxItems: 3, wants }, calm);
    expect(ids(list)).toEqual([100, 200, 300]);
    expect(server.arrived.map(({ query }) => query.get('per_page'))).toEqual(['200', '200']);
    const rest = await api.list(call, { maxItems: 50, wants, after: list.after ?? '' }, calm);
    expect(ids(rest)).toEqual([400, 500, 600, 700, 800, 900, 1_000]);
    expect(rest.after).toBeNull();
  });

  it('goes on behind the last one that was looked at, wanted or not', async () => {
    const { api } = await meet(linked(() => items(300)));
    const looked: number[] = [];
    const wants = (item: unknown) => {
      looked.push(idOf(item));
      return idOf(item) === 10 || idOf(item) === 250;
    };
    const first = await api.list(call, { maxItems: 1, wants }, calm);
    expect(ids(first)).toEqual([10]);
    looked.length = 0;
    const second = await api.list(call, { maxItems: 5, wants, after: first.after ?? '' }, calm);
    expect(ids(second)).toEqual([250]);
    expect(looked[0]).toBe(11);
    expect(second.after).toBeNull();
  });

  it('ends after ten thousand that were looked at, and says so', async () => {
    const { api } = await meet(linked(() => items(10_400)));
    let looked = 0;
    const list = await api.list(
      call,
      {
        maxItems: 5,
        wants: () => {
          looked += 1;
          return false;
        },
      },
      calm,
    );
    expect(looked).toBe(10_000);
    expect(list).toMatchObject({ items: [], stopped: { why: 'looked', items: 10_000 } });
    expect(list.after).not.toBeNull();
    const rest = await api.list(
      call,
      { maxItems: 500, wants: () => true, after: list.after ?? '' },
      calm,
    );
    expect(ids(rest)).toEqual(items(400, 10_001).map(({ id }) => id));
  });
});
