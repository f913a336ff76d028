// What of the event loop is needed to share it, handed in so that tests can turn it by hand.

/** An event loop. */
export interface Loop {
  /** Milliseconds of a clock that only counts. */
  now(): number;
  /** Calls back in the next turn. */
  next(then: () => void): void;
  /** Calls back in this turn, when all that was begun in it waits for something. */
  settled(then: () => void): void;
}

/** The loop of this process. */
export const processLoop: Loop = {
  now: () => performance.now(),
  next: (then) => void setImmediate(then),
  // Ticks run before promises when both are there already, and after all of them when a promise asks for the tick.
  settled: (then) => queueMicrotask(() => process.nextTick(then)),
};
