// Chooses among the lines of a record.
import type { Reading } from '../../configuration/reading-settings.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { shown } from '../../terminal/veil.ts';

/** A line of the record. */
export type Recorded = Readonly<Record<string, unknown>>;

const units: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * The time that an owner means, in milliseconds since the epoch.
 * @throws {UsageError} when it is none.
 */
export const timeOf = (text: string, now: number): number => {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const ago = units[unit];
  if (count !== undefined && ago !== undefined) return now - Number(count) * ago;
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw new UsageError(
      `--since must be a time such as 30m, 2h, 7d, 2026-11-25 or 2026-11-25T13:00:00Z, not "${shown(text)}".`,
    );
  return time;
};

/** Kinds of line that are about calls; the others are about the files. */
const calls = new Set(['read', 'intent', 'outcome', 'change', 'refused', 'dry_run']);

/** Whether somebody is the agent that is meant: by the name in the file of agents, or as the record has it. */
const isAgent = (recorded: unknown, meant: string): boolean =>
  recorded === meant || String(recorded).replace(/-[0-9a-f]{8}$/, '') === meant;

/** A choice among lines. */
export interface Choice {
  /** Nothing older is wanted; milliseconds since the epoch. */
  readonly since: number;
  readonly isWanted: (line: Recorded) => boolean;
}

/**
 * The choice that an owner has made.
 * @throws {UsageError} when the time makes no sense.
 */
export const choiceOf = ({ agent, tool, refused, since }: Reading, now: number): Choice => {
  const from = since === null ? Number.NEGATIVE_INFINITY : timeOf(since, now);
  const earliest = since === null ? '' : new Date(from).toISOString();
  return {
    since: from,
    isWanted: (line) =>
      calls.has(String(line['kind'])) &&
      String(line['at']) >= earliest &&
      (agent === null || isAgent(line['agent'], agent)) &&
      (tool === null || line['tool'] === tool) &&
      (!refused || line['kind'] === 'refused'),
  };
};
