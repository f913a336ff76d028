// Whether a file that the owner named can be gone on with, and from where.
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ChainFileOptions } from './chain-file.ts';
import { headOf, readHead } from './head.ts';
import { mayLive } from './holder.ts';
import type { LedgerEntry } from './ledger.ts';
import { beginning, beginningOf, hashOf, type Position } from './line.ts';

/** As much of a file's end is read as the longest line has. */
const longestLine = 1024 * 1024;

/** The last line of a file; undefined when it does not end with a whole one. */
const lastLine = (path: string): { readonly line: Buffer; readonly size: number } | undefined => {
  const fd = openSync(path, 'r');
  try {
    const { size } = fstatSync(fd);
    const end = Buffer.alloc(Math.min(size, longestLine));
    readSync(fd, end, 0, end.length, size - end.length);
    if (end.at(-1) !== 0x0a) return undefined;
    const start = end.lastIndexOf(0x0a, -2) + 1;
    return start === 0 && end.length < size ? undefined : { line: end.subarray(start, -1), size };
  } finally {
    closeSync(fd);
  }
};

/** Where a file ends, if its last line is the one that its head knows, or the one behind it. */
const positionOf = (head: Position, line: Buffer): Position | undefined => {
  const hash = hashOf(line);
  if (hash === head.hash) return head;
  return line.toString().startsWith(beginningOf(head))
    ? { count: head.count + 1, hash }
    : undefined;
};

/** Whether a file ends as the ledger knows it: one that was put back from an older copy does not. */
const fits = ({ closed, seen }: LedgerEntry, { count, hash }: Position): boolean =>
  closed ? closed.count === count && closed.hash === hash : count >= (seen?.count ?? 0);

/**
 * How the file at a path is opened; undefined when it must not be written to: another process does, or it does not
 * end as it was left.
 * @param entry what the ledger knows of it.
 * @throws what Node throws when it cannot be looked at.
 */
export const resume = (
  path: string,
  key: Buffer,
  entry: LedgerEntry | undefined,
  mostBytes: number,
): ChainFileOptions['kind'] | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return entry ? undefined : 'new';
  if (!found.isFile()) return 'device';
  if (!entry) return found.size === 0 ? { from: beginning, bytes: 0 } : undefined;
  if ((!entry.closed && mayLive(entry)) || found.size >= mostBytes) return undefined;
  const head = readHead(key, headOf(path), basename(path));
  const last = head && lastLine(path);
  const from = last && positionOf(head, last.line);
  return from && fits(entry, from) ? { from, bytes: last.size } : undefined;
};
