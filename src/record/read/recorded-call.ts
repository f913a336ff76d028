// One line of the record as the call that it tells of, whatever else stands in it.
import { isObject } from '../../../tools/json-object.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';
import type { Recorded } from './choose.ts';

/** What was decided about a call when it was made. */
export interface RecordedDecision {
  readonly verdict: 'allowed' | 'refused';
  /** The rule that refused. */
  readonly rule: string | null;
  readonly reason: string | null;
  readonly missing: readonly string[];
  readonly effect: string | null;
  /** Its answer held a credential, for the model to see. */
  readonly shows: boolean;
  /** Its answer held a credential, which went to a file. */
  readonly keeps: boolean;
}

/** A call on record. */
export interface RecordedCall {
  readonly at: string;
  readonly id: string;
  readonly agent: string;
  /** The tool as it was called then. */
  readonly tool: string;
  /** Whether it was let through, only asked about, or stopped before anything was sent. */
  readonly became: 'went' | 'dry_run' | 'stopped';
  /** Without what is secret, and cut where it is long. */
  readonly given: Arguments;
  /** Null where it did not get as far as the judge. */
  readonly decision: RecordedDecision | null;
  /** How it ended; null for a change, whose end is another line. */
  readonly result: string | null;
}

const kinds: Readonly<Record<string, RecordedCall['became']>> = {
  read: 'went',
  change: 'went',
  intent: 'went',
  dry_run: 'dry_run',
  refused: 'stopped',
};

const textIn = (line: Recorded, name: string): string | null => {
  const value = line[name];
  return typeof value === 'string' ? value : null;
};

const decisionIn = (line: Recorded): RecordedDecision | null => {
  const { decision } = line;
  if (!isObject(decision)) return null;
  const verdict = decision['verdict'];
  if (verdict !== 'allowed' && verdict !== 'refused') return null;
  const missing = decision['missing'];
  return {
    verdict,
    rule: textIn(decision, 'rule'),
    reason: textIn(decision, 'reason'),
    missing: Array.isArray(missing) ? missing.filter((one) => typeof one === 'string') : [],
    effect: textIn(decision, 'effect'),
    shows: textIn(decision, 'discloses') !== null,
    keeps: textIn(decision, 'keeps') !== null,
  };
};

/** The call that a line tells of; undefined for the end of a change, and for what makes no sense as a call. */
export const callIn = (line: Recorded): RecordedCall | undefined => {
  const became = kinds[String(line['kind'])];
  const agent = textIn(line, 'agent');
  const tool = textIn(line, 'tool');
  if (became === undefined || agent === null || tool === null) return undefined;
  const given = line['arguments'];
  return {
    at: textIn(line, 'at') ?? '',
    id: textIn(line, 'id') ?? '',
    agent,
    tool,
    became,
    given: isObject(given) ? given : {},
    decision: decisionIn(line),
    result: textIn(line, 'result'),
  };
};
