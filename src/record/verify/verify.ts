// Verifies a whole record: ledger, files, heads, and whether every change that was begun has come to an end.
import { readdirSync } from 'node:fs';
import { mayLive } from '../holder.ts';
import { emptyLedger, type LedgerEntry, readLedger } from '../ledger.ts';
import { isLines, type Place, pathIn } from '../place.ts';
import type { Finding, OpenChange, Verified } from './finding.ts';
import { type KnownFile, verifyFile } from './verify-file.ts';

const textAt = (line: Readonly<Record<string, unknown>>, name: string): string => {
  const value = line[name];
  return typeof value === 'string' ? value : '';
};

/** Collects changes that were begun until their end is met, in whatever file. */
const openChanges = () => {
  const begun = new Map<string, Omit<OpenChange, 'mayBeUnderWay'>>();
  const ended = new Set<string>();
  return {
    meet: (line: Readonly<Record<string, unknown>>, file: string): void => {
      const id = textAt(line, 'id');
      if (line['kind'] === 'outcome' && !begun.delete(id)) ended.add(id);
      if (line['kind'] !== 'intent' || ended.delete(id)) return;
      const { at, agent, tool } = {
        at: textAt(line, 'at'),
        agent: textAt(line, 'agent'),
        tool: textAt(line, 'tool'),
      };
      begun.set(id, { id, at, agent, tool, file });
    },
    left: () => [...begun.values()],
  };
};

const filesIn = (place: Place): readonly string[] => {
  try {
    return readdirSync(place.folder).filter((name) => isLines(place, name));
  } catch {
    return [];
  }
};

const isLive = (entry: LedgerEntry | undefined): boolean =>
  entry !== undefined && !entry.closed && mayLive(entry);

/** As often as the ledger may change while everything is read before it is left at that. */
const mostTries = 3;

/**
 * Verifies a record, which may be written to meanwhile.
 * @param key the key that seals it; with another, nothing of it can be believed.
 */
export const verify = (place: Place, key: Buffer): Verified => {
  const ledgerNow = (): string => JSON.stringify(readLedger(pathIn(place, place.ledger), key));
  for (let tries = 1; ; tries += 1) {
    const before = ledgerNow();
    const verified = verifyOnce(place, key);
    // A file that was closed, gone on with or pruned meanwhile looks like one that somebody has touched.
    if (verified.findings.length === 0 || tries === mostTries || ledgerNow() === before)
      return verified;
  }
};

const verifyOnce = (place: Place, key: Buffer): Verified => {
  const findings: Finding[] = [];
  const notes: string[] = [];
  // The files are listed before the ledger is read: what is begun meanwhile is in the ledger, and not the other way.
  const there = filesIn(place);
  const found = readLedger(pathIn(place, place.ledger), key);
  const ledger = found.kind === 'sound' ? found.ledger : emptyLedger;
  if (found.kind === 'none' && there.length > 0)
    findings.push({
      what: 'ledger_missing',
      file: place.ledger,
      says: 'There are files of a record, and not the ledger that knows them.',
    });
  if (found.kind === 'broken')
    findings.push({
      what: 'ledger_not_ours',
      file: place.ledger,
      says: 'The ledger was not sealed by this program with this key.',
    });
  for (const at of ledger.broken)
    findings.push({
      what: 'ledger_not_ours',
      file: place.ledger,
      says: `At ${at} the ledger could not be believed, and another was begun.`,
    });
  const { gap } = ledger;
  if (gap)
    notes.push(
      `${gap.files} files with ${gap.lines} lines, from ${gap.from} to ${gap.to}, were pruned: calls are kept for 90 days.`,
    );
  const entries = new Map(ledger.files.map((entry) => [entry.file, entry]));
  const unknown = there.filter((file) => !entries.has(file) && !ledger.leaving.includes(file));
  const changes = openChanges();
  let lines = 0;
  const files: readonly KnownFile[] = [...ledger.files, ...unknown.map((file) => ({ file }))];
  for (const known of files) {
    const verified = verifyFile(place, key, known, (line) => changes.meet(line, known.file));
    lines += verified.lines;
    findings.push(...verified.findings);
    notes.push(...verified.notes);
    if (entries.has(known.file) || found.kind !== 'sound') continue;
    // A process that ended between its first line and the ledger leaves a file in which nothing is recorded.
    if (verified.lines <= 1 && verified.findings.length === 0)
      notes.push(`${known.file}: it was begun, and nothing was recorded in it.`);
    else
      findings.push({
        what: 'file_unknown',
        file: known.file,
        says: 'The ledger does not know this file.',
      });
  }
  return {
    files: files.length,
    lines,
    findings,
    open: changes
      .left()
      .map((change) => ({ ...change, mayBeUnderWay: isLive(entries.get(change.file)) })),
    notes,
  };
};
