// Memory has a sum: bounds per call, per principal and for all, and replies that would cost too much are told before.
import { describe, expect, it } from 'vitest';
import { smallerPage } from '../../src/client/lists/smaller-pages.ts';
import { createMemory } from '../../src/client/memory/memory.ts';
import { raw } from './fault-server.ts';
import { callOf, calm, entries, failureOf } from './kit.ts';
import { ids, items, linked, prepareMeetings } from './meeting.ts';

const { meet } = prepareMeetings();

describe('memory', () => {
  const bounds = { process: 100, principal: 60, call: 40 };

  it('is bounded at the bound, and gives what is given back', () => {
    const memory = createMemory(bounds);
    const call = memory.open('a');
    expect(call.take(40)).toBe(true);
    expect(call.take(1)).toBe(false);
    call.give(1);
    expect(call.take(1)).toBe(true);
    call.end();
    expect(memory.held).toBe(0);
  });

  it('is bounded for all calls of a principal, and others are not in its way', () => {
    const memory = createMemory(bounds);
    const [one, two, other] = [memory.open('a'), memory.open('a'), memory.open('b')];
    expect([one.take(40), two.take(21), two.take(20), other.take(40)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(memory.open('c').take(1)).toBe(false);
    one.end();
    expect(memory.open('c').take(1)).toBe(true);
  });

  it('never gives back more than was taken', () => {
    const memory = createMemory(bounds);
    memory.open('a').take(30);
    const call = memory.open('a');
    call.take(10);
    call.give(100);
    call.end();
    expect(memory.held).toBe(30);
  });
});

describe('a smaller page', () => {
  const links = { style: 'links', largest: 200 } as const;

  it('begins at the same item', () => {
    expect(smallerPage(links, { page: 'page=3&per_page=200', skip: 7, last: 'x' })).toEqual({
      page: 'page=9&per_page=50',
      skip: 7,
      last: 'x',
    });
    expect(smallerPage(links, { page: 'per_page=50', skip: 13, last: null })).toEqual({
      page: 'per_page=10&page=2',
      skip: 3,
      last: null,
    });
  });

  it('is not there below one item, and for lists that come whole', () => {
    expect(smallerPage(links, { page: 'page=3&per_page=1', skip: 0, last: null })).toBeUndefined();
    expect(smallerPage(links, { page: 'page=3', skip: 0, last: null })).toBeUndefined();
    expect(smallerPage({ style: 'none' }, { page: '', skip: 0, last: null })).toBeUndefined();
  });
});

describe('a list', () => {
  const heavy = (count: number) => items(count).map((item) => ({ ...item, text: 'x'.repeat(900) }));

  it('whose pages are too large is asked again in smaller ones, and nothing is lost or given twice', async () => {
    const { server, api } = await meet(
      linked(() => heavy(130)),
      { wire: { mostBytes: 64 * 1024 } },
    );
    const list = await api.list(callOf(entries.list), { maxItems: 130 }, calm);
    expect(ids(list)).toEqual(items(130).map(({ id }) => id));
    expect(new Set(server.arrived.map(({ query }) => query.get('per_page')))).toEqual(
      new Set(['130', '26']),
    );
  });

  it('with an item that is too large alone is a clear error, and ends before it where others came first', async () => {
    const big = [...heavy(3), { id: 4, text: 'y'.repeat(200_000) }];
    const { api } = await meet(
      linked(() => big),
      { wire: { mostBytes: 64 * 1024 } },
    );
    const list = await api.list(callOf(entries.list), { maxItems: 20 }, calm);
    expect(ids(list)).toEqual([1, 2, 3]);
    expect(list.stopped).toMatchObject({ why: 'failure', failure: { code: 'bad_reply' } });
    const alone = await failureOf(
      api.list(callOf(entries.list), { maxItems: 20, after: list.after ?? '' }, calm),
    );
    expect(alone).toMatchObject({ code: 'bad_reply', trouble: { kind: 'too_large' } });
  });

  it('that is more than a call may keep ends with what there is, the reason and a cursor', async () => {
    const memory = createMemory({ process: 1e9, principal: 1e9, call: 100_000 });
    const { api } = await meet(
      linked(() => heavy(200)),
      { memory },
    );
    const small = callOf({
      ...entries.list,
      reply: { kind: 'list', key: 'droplets', paging: { style: 'links', largest: 20 } },
    });
    const first = await api.list(small, { maxItems: 200 }, calm);
    expect(first.items.length).toBeGreaterThan(50);
    expect(first.items.length).toBeLessThan(110);
    expect(first.stopped).toEqual({ why: 'memory' });
    expect(memory.held).toBe(0);
    const rest = await api.list(small, { maxItems: 5, after: first.after ?? '' }, calm);
    expect(ids(rest)[0]).toBe(first.items.length + 1);
  });

  it('shapes items as they arrive, keeps what is taken, and ends before the first that does not fit', async () => {
    const memory = createMemory({ process: 1e9, principal: 1e9, call: 1_000_000 });
    const { server, api } = await meet(
      linked(() => heavy(2000)),
      { memory },
    );
    let taken = 0;
    const take = (item: unknown): unknown => {
      taken += 1;
      return taken > 700 ? undefined : { id: (item as { id: number }).id };
    };
    const list = await api.list(callOf(entries.list), { maxItems: 2000, take }, calm);
    expect(list.items).toHaveLength(700);
    expect(list.items[0]).toEqual({ id: 1 });
    // Nothing is read that would not be shown.
    expect(server.arrived).toHaveLength(4);
    const rest = await api.list(
      callOf(entries.list),
      { maxItems: 1, after: list.after ?? '' },
      calm,
    );
    expect(ids(rest)).toEqual([701]);
    expect(
      ids(
        await api.list(
          callOf(entries.list),
          { maxItems: 1, after: list.resumeAt(200) ?? '' },
          calm,
        ),
      ),
    ).toEqual([201]);
  });
});

describe('a reply', () => {
  it('of a great many small things is not parsed', async () => {
    const { api } = await meet(() =>
      raw(`{"droplet":[${'{},'.repeat(1_000_000)}{}]}`, 'application/json'),
    );
    expect(await failureOf(api.send(callOf(entries.get), calm))).toMatchObject({
      code: 'bad_reply',
      trouble: { kind: 'too_large' },
    });
  });

  it('that is nested without end is not walked', async () => {
    const { api } = await meet(() =>
      raw(`{"droplet":${'['.repeat(500)}${']'.repeat(500)}}`, 'application/json'),
    );
    expect(await failureOf(api.send(callOf(entries.get), calm))).toMatchObject({
      trouble: { kind: 'content', was: 'too_deep' },
    });
  });

  it('that is compressed is not inflated', async () => {
    const { api } = await meet(() =>
      raw('bytes', 'application/json', 200, { 'content-encoding': 'gzip' }),
    );
    expect(await failureOf(api.send(callOf(entries.get), calm))).toMatchObject({
      trouble: { kind: 'content', was: 'encoded' },
    });
  });

  it('of an error is read as far as reasons go, however long it is', async () => {
    const text = `{"id":"x","message":"so it is","trace":"${'y'.repeat(3_000_000)}"}`;
    const { api } = await meet(() => raw(text, 'application/json', 422));
    expect(await failureOf(api.send(callOf(entries.create), calm))).toMatchObject({
      code: 'refused',
      status: 422,
      reason: 'so it is',
    });
  });

  it('that does not fit beside all that is being read is a clear error, which passes by itself', async () => {
    const memory = createMemory({ process: 50_000, principal: 50_000, call: 50_000 });
    const { api } = await meet(
      () => raw(`{"droplet":{"x":"${'y'.repeat(60_000)}"}}`, 'application/json'),
      { memory },
    );
    expect((await failureOf(api.send(callOf(entries.get), calm))).code).toBe('memory_full');
    expect(memory.held).toBe(0);
    // What a change answers is told all the same.
    expect((await api.send(callOf(entries.create), calm)).status).toBe(200);
  });
});
