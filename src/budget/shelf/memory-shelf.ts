// Keeps the ledger in this process: it begins anew with each start.
import type { Kept, Shelf } from './shelf.ts';

/** Starts empty. */
export const createMemoryShelf = (): Shelf => {
  let kept: Kept | null = null;
  let last = 0;
  return {
    read: async () => kept,
    replace: async (version, text) => {
      if ((kept?.version ?? null) !== version) return { now: kept };
      last += 1;
      kept = { version: String(last), text };
      return { done: kept.version };
    },
  };
};
