// Connections are shared: no number of slow exchanges of one principal makes another wait.
import { setMaxListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/client/wire/turns.ts';

const { signal } = new AbortController();
// Hundreds wait with it here; in the product each call has a signal of its own.
setMaxListeners(0, signal);

const taking = (most: number) => {
  const turns = createTurns(most);
  const begun: string[] = [];
  const open: { readonly principal: string; readonly done: () => void }[] = [];
  const take = (principal: string, own: AbortSignal = signal): void => {
    void Promise.resolve(turns.take(principal, own)).then(
      (done) => {
        begun.push(principal);
        open.push({ principal, done });
      },
      () => undefined,
    );
  };
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const finish = (principal: string): void => {
    const at = open.findIndex((one) => one.principal === principal);
    open.splice(at, 1)[0]?.done();
  };
  return { take, finish, settle, begun, open };
};

const running = (open: readonly { readonly principal: string }[], principal: string): number =>
  open.filter((one) => one.principal === principal).length;

describe('places', () => {
  it('are not all given to one: half stays free for whoever comes next', async () => {
    const { take, settle, open } = taking(64);
    for (let at = 0; at < 200; at += 1) take('greedy');
    await settle();
    expect(running(open, 'greedy')).toBe(32);
    take('quiet');
    await settle();
    expect(running(open, 'quiet')).toBe(1);
  });

  it('are found by a newcomer at once beside seventeen whose exchanges never end, and by the first who waits then', async () => {
    const { take, settle, finish, open } = taking(64);
    for (let principal = 0; principal < 17; principal += 1) {
      for (let at = 0; at < 100; at += 1) take(`greedy ${principal}`);
      await settle();
      expect(running(open, `greedy ${principal}`)).toBeGreaterThan(0);
    }
    take('newcomer');
    await settle();
    expect(running(open, 'newcomer')).toBe(1);
    take('late');
    await settle();
    expect(running(open, 'late')).toBe(0);
    finish('greedy 0');
    await settle();
    expect(running(open, 'late')).toBe(1);
  });

  it('go round in turns as they become free', async () => {
    const { take, finish, settle, begun } = taking(2);
    for (const principal of ['a', 'a', 'a', 'b', 'b', 'b']) take(principal);
    await settle();
    for (let at = 0; at < 4; at += 1) {
      finish(begun.at(-1) ?? '');
      finish(begun.at(-2) ?? '');
      await settle();
    }
    expect(begun.toSorted()).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
    expect(begun.slice(0, 4).filter((one) => one === 'b').length).toBeGreaterThanOrEqual(1);
  });

  it('are given back by whoever leaves the queue, which nobody waits for', async () => {
    const { take, finish, settle, begun } = taking(2);
    const leaving = new AbortController();
    take('a');
    await settle();
    take('a', leaving.signal);
    take('a');
    await settle();
    leaving.abort();
    finish('a');
    await settle();
    expect(begun).toHaveLength(2);
    finish('a');
    await settle();
    take('a');
    await settle();
    expect(begun).toHaveLength(3);
  });

  it('never run more than there are, never lose a wish, whatever comes and goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 60 }),
        async (most, steps) => {
          const { take, finish, settle, begun, open } = taking(most);
          let wished = 0;
          for (const [principal, ends] of steps) {
            if (ends && running(open, principal) > 0) finish(principal);
            else {
              wished += 1;
              take(principal);
            }
            await settle();
            if (open.length > most) throw new Error('too many at once');
          }
          while (open.length > 0) {
            finish(open[0]?.principal ?? '');
            await settle();
          }
          if (begun.length !== wished) throw new Error(`${wished - begun.length} never began`);
        },
      ),
      { numRuns: 60 },
    );
  });
});
