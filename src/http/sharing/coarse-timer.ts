// Many deadlines, almost none of which is ever reached, on one sleep: a timer of its own for each would cost more than most calls.
import type { Clock } from '../../ports.ts';

/** Sets deadlines that may come late by one tick. */
export interface CoarseTimer {
  /** Calls back after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, ring: () => void): () => void;
}

interface Deadline {
  readonly due: number;
  readonly ring: () => void;
}

/** @param tick how often deadlines are looked at while there are any, in milliseconds. */
export const createCoarseTimer = (clock: Clock, tick = 1_000): CoarseTimer => {
  const deadlines = new Set<Deadline>();
  let isLooking = false;

  const look = async (): Promise<void> => {
    isLooking = true;
    while (deadlines.size > 0) {
      await clock.sleep(tick);
      const now = clock.now();
      for (const deadline of deadlines) {
        if (deadline.due > now) continue;
        deadlines.delete(deadline);
        deadline.ring();
      }
    }
    isLooking = false;
  };

  return {
    after: (milliseconds, ring) => {
      const deadline = { due: clock.now() + milliseconds, ring };
      deadlines.add(deadline);
      if (!isLooking) void look();
      return () => deadlines.delete(deadline);
    },
  };
};
