// An exact rolling window: so many events in any stretch of so many milliseconds.

/** Counts events; each stops counting when the window has passed since it happened. */
export interface Window {
  /** How many events count at this moment. */
  count(now: number): number;
  /** When the oldest of them stops counting, or null when there is none. */
  freesAt(now: number): number | null;
  /** Notes one event. */
  add(now: number): void;
}

/** Makes an empty window of `length` milliseconds. */
export const createWindow = (length: number): Window => {
  let times: number[] = [];
  let first = 0;

  const forget = (now: number): void => {
    while (first < times.length && (times[first] ?? 0) <= now - length) first += 1;
    // Moved only now and then, so that forgetting stays cheap.
    if (first > 1_000 && first * 2 > times.length) {
      times = times.slice(first);
      first = 0;
    }
  };

  return {
    count: (now) => {
      forget(now);
      return times.length - first;
    },
    freesAt: (now) => {
      forget(now);
      const oldest = times[first];
      return oldest === undefined ? null : oldest + length;
    },
    add: (now) => {
      forget(now);
      times.push(now);
    },
  };
};
