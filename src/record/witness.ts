// Processes that share a record bear witness for each other: how far a file went when somebody else looked.
import { headOf, readHead } from './head.ts';
import type { Ledger } from './ledger.ts';
import { type Place, pathIn } from './place.ts';

/** Files that are looked at, the latest first: many processes end without a word, and each would be looked at forever. */
const mostLooked = 32;

/** A ledger that knows how far the files go now that are being written. */
export const witnessed = (place: Place, key: Buffer, ledger: Ledger): Ledger => {
  const open = ledger.files.filter(({ closed }) => !closed).slice(-mostLooked);
  return {
    ...ledger,
    files: ledger.files.map((entry) => {
      if (!open.includes(entry)) return entry;
      const head = readHead(key, pathIn(place, headOf(entry.file)), entry.file);
      return head && head.count > (entry.seen?.count ?? 0)
        ? { ...entry, seen: { count: head.count, hash: head.hash } }
        : entry;
    }),
  };
};
