// Long work of one call, cut into slices, between which others have their turns.

/** Long work; `next` must be awaited whenever `isDue`. */
export interface Slices {
  /** Whether the work has had its time for this turn of the loop. */
  readonly isDue: boolean;
  /** Waits for the next slice. */
  next(): Promise<void>;
}

/** Work that nobody waits for. */
export const oneSlice: Slices = { isDue: false, next: () => Promise.resolve() };
