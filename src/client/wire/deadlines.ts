// One signal for a caller that may go away and a deadline that may pass, without piling up listeners.
import { setMaxListeners } from 'node:events';
import type { Clock } from '../../ports.ts';

/** The reason of a signal whose deadline has passed. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** A running deadline. */
export interface Deadline {
  /** Aborted when the caller goes away or the time is over. */
  readonly signal: AbortSignal;
  /** Whether it was the time. */
  readonly passed: boolean;
  /** Stops the clock and lets go of the caller's signal; must be called once the work is over. */
  end(): void;
}

const over = new DeadlinePassed('the work is over');

/**
 * Starts a deadline of so many milliseconds that also follows the caller's signal.
 * `AbortSignal.any` is not used: on Node 20 it keeps every combined signal alive as long as its sources.
 */
export const startDeadline = (
  clock: Clock,
  caller: AbortSignal,
  milliseconds: number,
): Deadline => {
  const controller = new AbortController();
  const timer = new AbortController();
  let passed = false;
  const follow = (): void => controller.abort(caller.reason);
  // One caller's signal may carry many calls at once; each listener is removed by end().
  setMaxListeners(0, caller, controller.signal);
  if (caller.aborted) follow();
  else caller.addEventListener('abort', follow, { once: true });
  clock.sleep(milliseconds, timer.signal).then(
    () => {
      passed = true;
      controller.abort(new DeadlinePassed(`no answer within ${Math.round(milliseconds / 1000)} s`));
    },
    () => undefined,
  );
  return {
    signal: controller.signal,
    get passed() {
      return passed;
    },
    end: () => {
      timer.abort(over);
      caller.removeEventListener('abort', follow);
    },
  };
};
