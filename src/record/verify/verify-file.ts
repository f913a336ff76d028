// Holds one file of the record against its head and against what the ledger knows of it.
import { readFileSync } from 'node:fs';
import { codeOf } from '../../files/error-code.ts';
import { type Head, headFrom, headOf } from '../head.ts';
import { mayLive } from '../holder.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Position } from '../line.ts';
import { type Place, pathIn } from '../place.ts';
import type { Finding } from './finding.ts';
import { type ReadChain, readChain } from './read-chain.ts';

/** What is known of a file beforehand; only its name where there is no ledger to be believed. */
export type KnownFile = Pick<LedgerEntry, 'file'> & Partial<LedgerEntry>;

/** What came of it. */
export interface VerifiedFile {
  readonly lines: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const isLive = (known: KnownFile): boolean => isEntry(known) && !known.closed && mayLive(known);

const isEntry = (known: KnownFile): known is LedgerEntry => known.opened !== undefined;

/** Verifies one file, which may be written to meanwhile. */
export const verifyFile = (
  place: Place,
  key: Buffer,
  known: KnownFile,
  each: (line: Readonly<Record<string, unknown>>) => void,
): VerifiedFile => {
  const { file } = known;
  const findings: Finding[] = [];
  const notes: string[] = [];
  const find = (what: Finding['what'], says: string, line?: number): void => {
    findings.push({ what, file, says, ...(line !== undefined && { line }) });
  };
  const headText = (): string | undefined => textOf(pathIn(place, headOf(file)));
  // The head is read before the lines and after: what the first one knows must be there, what the second does not must not.
  const before = headText();
  let chain: ReadChain;
  try {
    chain = readChain(pathIn(place, file), each);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    find('file_missing', 'The ledger knows this file, and it is not there.');
    return { lines: 0, findings, notes };
  }
  const after = headText();
  if (chain.broken !== null)
    find(
      'altered',
      'This line does not follow the one before it: a line was altered, put in, taken out or moved.',
      chain.broken,
    );
  if (before === undefined || after === undefined)
    find('head_missing', 'The head of this file is not there.');
  else {
    const least = headFrom(key, file, before);
    const most = headFrom(key, file, after);
    if (!least || !most)
      find(
        'head_not_ours',
        'The head of this file was not sealed by this program with this key for this file.',
      );
    else againstHeads(chain, least, most, find, notes, file);
    againstLedger(known, chain, least, find);
  }
  if (chain.rest !== '' && !isLive(known)) {
    const begins = chain.nextPrefix;
    if (chain.rest.startsWith(begins) || begins.startsWith(chain.rest))
      notes.push(`${file}: its process ended in the middle of writing a line, which is no line.`);
    else find('altered', 'Behind the last line stands something that is no line.', chain.count + 1);
  }
  return { lines: chain.count, findings, notes };
};

const againstHeads = (
  chain: ReadChain,
  least: Head,
  most: Head,
  find: (what: Finding['what'], says: string, line?: number) => void,
  notes: string[],
  file: string,
): void => {
  const missing = least.count - chain.count;
  if (missing > 0) {
    find('cut', `${missing} lines are missing at the end.`, chain.count + 1);
    return;
  }
  if (chain.hashAt(least.count) !== least.hash && chain.broken === null)
    find('altered', 'This line is not the one that the head knows.', least.count);
  const announced = most.upTo;
  if (chain.count > Math.max(most.count + 1, announced))
    find('beyond_head', 'From here on, lines stand behind what the head knows.', most.count + 1);
  else if (announced > most.count && chain.count === announced) {
    if (chain.hashAt(announced) !== most.upToHash && chain.broken === null)
      find('altered', 'This line is not the one that the head has announced.', announced);
  } else if (chain.count > most.count)
    notes.push(
      `${file}: ${chain.count - most.count} at its end ${chain.count - most.count === 1 ? 'is a line that was' : 'are lines that were'} written and not sealed: its process ended in between.`,
    );
};

const stands = (chain: ReadChain, { count, hash }: Position): boolean =>
  chain.hashAt(count) === hash;

const againstLedger = (
  { seen, closed }: KnownFile,
  chain: ReadChain,
  head: Head | undefined,
  find: (what: Finding['what'], says: string, line?: number) => void,
): void => {
  if (seen && !stands(chain, seen) && chain.broken === null)
    find('rolled_back', `Line ${seen.count} was another when it was last looked at.`, seen.count);
  else if (seen && head && head.count < seen.count)
    find('rolled_back', `The head is older than one that was seen, at line ${seen.count}.`);
  if (!closed) return;
  if (chain.count > closed.count)
    find(
      'beyond_head',
      'From here on, lines stand behind the end of a closed file.',
      closed.count + 1,
    );
  else if (!stands(chain, closed) && chain.broken === null)
    find('rolled_back', `The file was closed with another line ${closed.count}.`, closed.count);
};
