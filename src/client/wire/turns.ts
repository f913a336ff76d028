// Shares a number of places between principals: each waits for its turn, and a newcomer always finds one free.
import { WireFailure } from './transport.ts';

/** Places for exchanges. */
export interface Turns {
  /**
   * A place, now or when the turn has come; what it gives is called once the exchange is over.
   * @throws {WireFailure} `not_sent` when the signal is aborted first.
   */
  take(principal: string, signal: AbortSignal): (() => void) | Promise<() => void>;
}

interface Line {
  running: number;
  readonly waiting: Set<() => void>;
}

/**
 * Places of which nobody takes more than are left over for the others: the first gets half, the next half of the rest,
 * and so on. The last quarter is only for principals that have none. So a newcomer finds one at once beside at least as
 * many slow principals as that quarter has places (16, of 64); beyond that its turn comes before anybody's second.
 */
export const createTurns = (most: number): Turns => {
  /** Principals with exchanges that run or wait; the order is that of their turns. */
  const lines = new Map<string, Line>();
  let running = 0;

  const spare = Math.floor(most / 4);

  const fits = (line: Line): boolean =>
    line.running === 0 ? running < most : running < most - spare && line.running < most - running;

  const start = (principal: string, line: Line): (() => void) => {
    line.running += 1;
    running += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      line.running -= 1;
      running -= 1;
      forgetIdle(principal, line);
      startNext();
    };
  };

  const forgetIdle = (principal: string, line: Line): void => {
    if (line.running === 0 && line.waiting.size === 0) lines.delete(principal);
  };

  /** Who waits and runs least, the one whose turn was longest ago first. */
  const next = (): readonly [string, Line] | undefined => {
    let best: readonly [string, Line] | undefined;
    for (const entry of lines)
      if (entry[1].waiting.size > 0 && (!best || entry[1].running < best[1].running)) best = entry;
    return best;
  };

  const startNext = (): void => {
    for (let turn = next(); turn && fits(turn[1]); turn = next()) {
      const [principal, line] = turn;
      const [first] = line.waiting;
      if (!first) return;
      line.waiting.delete(first);
      lines.delete(principal);
      lines.set(principal, line);
      first();
    }
  };

  return {
    take: (principal, signal) => {
      const line = lines.get(principal) ?? { running: 0, waiting: new Set() };
      lines.set(principal, line);
      if (line.waiting.size === 0 && fits(line)) return start(principal, line);
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          line.waiting.delete(begin);
          forgetIdle(principal, line);
          reject(new WireFailure('not_sent', 'aborted', 'the call was broken off'));
        };
        const begin = (): void => {
          signal.removeEventListener('abort', leave);
          resolve(start(principal, line));
        };
        signal.addEventListener('abort', leave, { once: true });
        line.waiting.add(begin);
      });
    },
  };
};
