// Leave to run: given back once, and lent to others while its holder only sleeps.

/** Leave to run. */
export interface Place {
  /** Gives the place back; a second time does nothing. */
  release(): void;
  /** Runs what only sleeps without holding the place; resolves when both are over, the nap and the way back. */
  sleeping<T>(nap: () => Promise<T>): Promise<T>;
}

/** What a place is made of. */
export interface Held {
  giveBack(weight: number): void;
  /** Lends out one of the places; false when so many sleep already that this one has to keep it. */
  fallAsleep(): boolean;
  /**
   * Takes the place again, after waiting for it if need be.
   * @param wanted asked at once: whether anybody still wants it.
   * @returns whether it was taken.
   */
  wakeUp(wanted: () => boolean): Promise<boolean>;
}

/** @param weight the calls that run in this place: a batch of them may sleep one by one. */
export const holdPlace = (held: Held, weight: number): Place => {
  let running = weight;
  let released = false;
  return {
    release: () => {
      if (released) return;
      released = true;
      held.giveBack(running);
      running = 0;
    },
    sleeping: async (nap) => {
      if (released || running === 0 || !held.fallAsleep()) return nap();
      running -= 1;
      try {
        return await nap();
      } finally {
        const taken = await held.wakeUp(() => !released);
        // The exchange may have ended while its place was waited for.
        if (taken && released) held.giveBack(1);
        else if (taken) running += 1;
      }
    },
  };
};
