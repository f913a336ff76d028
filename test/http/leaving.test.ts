// Clients that go away, many at once: every call of theirs is ended, and the loop is not held up by all of them together.
import { setMaxListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { processLoop } from '../../src/processor/loop.ts';
import { Processor } from '../../src/processor/processor.ts';
import { deferred } from './deferred.ts';
import { callModern, openServer } from './open-server.ts';

const many = 24;

/** A loop in which every look at the clock finds that some time has passed, so that each turn has room for a few only. */
const busyLoop = () => {
  let now = 0;
  let turn = 0;
  return {
    turn: () => turn,
    loop: {
      ...processLoop,
      now: () => (now += 2),
      next: (then: () => void) =>
        void setImmediate(() => {
          turn += 1;
          then();
        }),
    },
  };
};

describe('many clients that go at once', () => {
  it('have their calls ended, a few in each turn of the loop', async () => {
    const { loop, turn } = busyLoop();
    const { port, held, holding } = await openServer({
      processor: new Processor({ turn: 10, slice: 5, whileAccepting: 2 }, loop),
    });
    const gone = new AbortController();
    setMaxListeners(0, gone.signal);
    const calls = Array.from({ length: many }, () =>
      callModern({ port, tool: 'hold', signal: gone.signal }).catch(() => undefined),
    );
    await holding(many);
    const endedIn: number[] = [];
    const all = deferred();
    for (const { signal } of [...held])
      signal.addEventListener('abort', () => {
        endedIn.push(turn());
        if (endedIn.length === many) all.resolve();
      });
    gone.abort();
    await all.promise;
    await Promise.all(calls);
    const inOneTurn = Math.max(
      ...endedIn.map((one) => endedIn.filter((other) => other === one).length),
    );
    expect(inOneTurn).toBeLessThan(many / 2);
  });
});
