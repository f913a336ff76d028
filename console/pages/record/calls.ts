// Lines of the record put together as calls, and those of them that are shown.
import type { RecordLine } from '../../../src/console/record/record-view.ts';

/** How a call ended. */
export const outcomes = ['ok', 'failed', 'refused', 'dry_run', 'open'] as const;

/** One of them; a change without an end is open. */
export type Outcome = (typeof outcomes)[number];

/** A call as the page shows it. */
export interface Call extends RecordLine {
  readonly outcome: Outcome;
}

/** What of a line makes it the same one; the end of a change has the id of its beginning. */
const keyOf = ({ id, kind }: RecordLine): string => `${kind === 'outcome' ? 'end' : 'call'} ${id}`;

/** Two lists of lines as one, the newest first, each line once. */
export const joined = (
  newer: readonly RecordLine[],
  older: readonly RecordLine[],
): readonly RecordLine[] => {
  const known = new Set(older.map(keyOf));
  const fresh = newer.filter((line) => !known.has(keyOf(line)));
  return fresh.length === 0 ? older : [...fresh, ...older];
};

const outcomeOf = ({ kind, result }: RecordLine): Outcome => {
  if (kind === 'intent') return 'open';
  if (kind === 'refused' || kind === 'dry_run') return kind;
  return result === 'ok' ? 'ok' : 'failed';
};

/** The calls of which the beginning is among the lines. */
export const callsIn = (lines: readonly RecordLine[]): readonly Call[] => {
  const ends = new Map<string, RecordLine>();
  for (const line of lines) if (line.kind === 'outcome') ends.set(line.id, line);
  return lines.flatMap((line) => {
    if (line.kind === 'outcome') return [];
    const end = line.kind === 'intent' ? ends.get(line.id) : undefined;
    if (!end) return [{ ...line, outcome: outcomeOf(line) }];
    const { result, status, ms } = end;
    return [{ ...line, result, status, ms, outcome: outcomeOf(end) }];
  });
};

/** The calls with this effect and this outcome; an empty one lets all pass. */
export const chosenCalls = (
  calls: readonly Call[],
  effect: string,
  outcome: string,
): readonly Call[] =>
  effect === '' && outcome === ''
    ? calls
    : calls.filter(
        (call) =>
          (effect === '' || call.effect === effect) && (outcome === '' || call.outcome === outcome),
      );
