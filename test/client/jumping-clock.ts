// A clock that jumps to the next sleeper as soon as nothing is under way, so that hours pass in no time.
import type { Clock } from '../../src/ports.ts';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock for tests. */
export interface JumpingClock extends Clock {
  /** Every sleep that was slept to its end, in milliseconds. */
  readonly slept: readonly number[];
  /** Sleepers right now. */
  readonly sleeping: number;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Turns of the loop without an exchange after which nothing is under way: work waits some turns for its own. */
const quietTurns = 24;

/**
 * A clock that starts at `start`.
 * @param busy how many exchanges are under way; time stands still while there are any.
 */
export const createJumpingClock = (
  busy: () => number,
  start = Date.UTC(2026, 10, 24, 12),
): JumpingClock => {
  let now = start;
  let isRunning = false;
  const sleepers = new Set<Sleeper>();
  const slept: number[] = [];

  const run = async (): Promise<void> => {
    isRunning = true;
    let quiet = 0;
    while (sleepers.size > 0) {
      await turn();
      quiet = busy() > 0 ? 0 : quiet + 1;
      if (quiet < quietTurns) continue;
      quiet = 0;
      let next: Sleeper | undefined;
      for (const sleeper of sleepers) if (!next || sleeper.until < next.until) next = sleeper;
      if (!next) continue;
      now = Math.max(now, next.until);
      next.wake();
    }
    isRunning = false;
  };

  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const stop = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          until: now + Math.max(0, milliseconds),
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', stop);
            slept.push(milliseconds);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', stop, { once: true });
        if (!isRunning) void run();
      }),
    slept,
    get sleeping() {
      return sleepers.size;
    },
  };
};
