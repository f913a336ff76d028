// Time in the simulation: work that was started ends by itself, as a function of the clock and never of a timer.
import type { Clock } from '../../ports.ts';

/** What happens later; `at` is when it happens, in milliseconds since the epoch. */
export type Work = (at: number) => void;

/** The order of things to come. */
export interface Pace {
  /** Lets `work` happen so many seconds (of life) after `from`. */
  later(seconds: number, from: number, work: Work): void;
  /** Lets everything happen whose time has come, in order; returns the present. */
  settle(): number;
  /** How many milliseconds so many seconds of life take here. */
  lasts(seconds: number): number;
}

interface Due {
  readonly at: number;
  readonly work: Work;
}

/**
 * Makes the pace.
 *
 * @param speed how much faster than life work finishes; `instant`: as soon as anybody looks again.
 */
export const createPace = (clock: Clock, speed: number | 'instant'): Pace => {
  const queue: Due[] = [];
  const lasts = (seconds: number): number =>
    speed === 'instant' ? 0 : Math.round((seconds * 1000) / speed);

  return {
    lasts,
    later: (seconds, from, work) => {
      const due = { at: from + lasts(seconds), work };
      let low = 0;
      let high = queue.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((queue[middle]?.at ?? 0) <= due.at) low = middle + 1;
        else high = middle;
      }
      queue.splice(low, 0, due);
    },
    settle: () => {
      const now = clock.now();
      for (let head = queue[0]; head !== undefined && head.at <= now; head = queue[0]) {
        queue.shift();
        head.work(head.at);
      }
      return now;
    },
  };
};
