// What is older than it is kept goes, and the ledger keeps a sealed word about the gap.
import { rmSync } from 'node:fs';
import { headOf, readHead } from './head.ts';
import type { Gap, Ledger, LedgerEntry } from './ledger.ts';
import { hashOf } from './line.ts';
import { type Place, pathIn } from './place.ts';

/** How long calls are kept, in milliseconds. */
export const keptFor = 90 * 24 * 3_600_000;

interface Old {
  readonly entry: LedgerEntry;
  readonly lines: number;
  readonly hash: string;
  /** When its last line was written. */
  readonly ended: string;
}

/** A file's end, from what is sealed; where its head cannot be believed any more, as far as it was seen to go. */
const endOf = (place: Place, key: Buffer, entry: LedgerEntry): Old => {
  const { file, closed, seen, opened } = entry;
  if (closed) return { entry, lines: closed.count, hash: closed.hash, ended: closed.at };
  const head = readHead(key, pathIn(place, headOf(file)), file);
  return head
    ? { entry, lines: head.count, hash: head.hash, ended: head.at }
    : { entry, lines: seen?.count ?? 0, hash: seen?.hash ?? '', ended: opened };
};

const widened = (gap: Gap | null, { entry, lines, hash, ended }: Old): Gap => ({
  files: (gap?.files ?? 0) + 1,
  lines: (gap?.lines ?? 0) + lines,
  from: gap && gap.from < entry.opened ? gap.from : entry.opened,
  to: gap && gap.to > ended ? gap.to : ended,
  digest: hashOf(`${gap?.digest ?? ''}\n${entry.file}\n${hash}`),
});

/** Takes a file away, with its head. */
export const removeFile = (place: Place, file: string): void => {
  for (const name of [file, headOf(file)]) rmSync(pathIn(place, name), { force: true });
};

/** A ledger without what is too old, and how the files that it does not know any more are taken away. */
export interface Pruned {
  readonly ledger: Ledger;
  /** To be called once the ledger is written: a file that goes before its word would look stolen. */
  readonly sweep: () => void;
}

/** Prunes a ledger, under its lock. */
export const prune = (place: Place, key: Buffer, ledger: Ledger, now: number): Pruned => {
  const oldest = new Date(now - keptFor).toISOString();
  const old = ledger.files.flatMap((entry) => {
    // Nothing that was begun since can be old: the head of a young file need not be read.
    const end = entry.opened < oldest ? endOf(place, key, entry) : undefined;
    return end && end.ended < oldest ? [end] : [];
  });
  for (const file of ledger.leaving) removeFile(place, file);
  const leaving = old.map(({ entry }) => entry.file);
  return {
    ledger: {
      ...ledger,
      files: ledger.files.filter(({ file }) => !leaving.includes(file)),
      gap: old.reduce<Gap | null>(widened, ledger.gap),
      leaving,
      broken: ledger.broken.filter((at) => at >= oldest),
    },
    sweep: () => {
      for (const file of leaving) removeFile(place, file);
    },
  };
};
