// What is kept of a change, so that it can be put back.
import { createHash } from 'node:crypto';
import type { State } from '../../scope-map/endpoint/undo.ts';
import type { OperationId } from '../../scope-map/operation-id.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { Planned, Seen } from './plan.ts';
import { textOf } from './values.ts';

/** How the state can be read again. */
export interface Again {
  readonly state: State;
  /** The arguments of the change that the read goes by. */
  readonly given: Arguments;
  readonly watches: readonly string[];
}

/** What is kept of one change. It may hold anything that DigitalOcean tells, and is never kept in clear. */
export interface Kept {
  readonly id: string;
  readonly tool: string;
  readonly operation: OperationId;
  /** Method and path of the change, for people. */
  readonly request: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Until when it is kept. */
  readonly until: number;
  readonly agent: string;
  readonly account: { readonly id: string; readonly hint: string };
  /** `sent`: nobody knows yet, or any more, whether the change was made. */
  readonly stands: 'sent' | 'made' | 'undone';
  /** The calls that put it back, in their order. */
  readonly calls: readonly Planned[];
  readonly differs: string | null;
  readonly again: Again | null;
  /** What stood at the watched places before; null: nothing did. */
  readonly before: Seen;
  /** What stood there after; undefined where that could not be read. */
  readonly after?: Seen;
  /** Inverse calls that are done. */
  readonly progress?: number;
  /** When and by which calls it was undone: their ids on record. */
  readonly undone?: { readonly at: number; readonly by: readonly string[] };
}

/** How long it is kept, in milliseconds. */
export const keptFor = 30 * 24 * 3_600_000;

/** The largest that is kept, in bytes. */
export const largest = 64 * 1_024;

/** How many are kept; the oldest go first. */
export const mostKept = 1_000;

/** Names what is kept of the former state, for the record: it tells nothing of it, and fits no other. */
export const hashOf = ({ calls, before }: Pick<Kept, 'calls' | 'before'>): string =>
  createHash('sha256').update(textOf({ calls, before })).digest('hex');
