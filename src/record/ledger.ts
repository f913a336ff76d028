// The ledger: every file of the record by name, sealed as a whole, so that none can be taken away or slipped in.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { codeOf } from '../files/error-code.ts';
import type { Holder } from './holder.ts';
import type { Position } from './line.ts';
import { sealed, unsealed } from './seal.ts';

/** What is known of one file. */
export interface LedgerEntry extends Holder {
  readonly file: string;
  /** When it was begun, or gone on with. */
  readonly opened: string;
  /** How far it went when it was closed; absent: it is being written, or its process ended without a word. */
  readonly closed?: Position & { readonly at: string };
  /** How far it went when another process last looked. */
  readonly seen?: Position;
}

/** What was taken away because it was old enough. */
export interface Gap {
  readonly files: number;
  readonly lines: number;
  readonly from: string;
  readonly to: string;
  /** Made of the name and the last hash of each file, one after the other. */
  readonly digest: string;
}

/** The ledger of one record. */
export interface Ledger {
  readonly files: readonly LedgerEntry[];
  /** Everything that was ever pruned, as one. */
  readonly gap: Gap | null;
  /** Files that are pruned and may not be gone yet. */
  readonly leaving: readonly string[];
  /** When a ledger was found that could not be believed, and another begun. */
  readonly broken: readonly string[];
}

/** Of a record without files. */
export const emptyLedger: Ledger = { files: [], gap: null, leaving: [], broken: [] };

const purpose = 'ledger';

/** What a ledger's file holds: nothing yet, a ledger, or something that this key has not sealed. */
export type FoundLedger =
  | { readonly kind: 'none' }
  | { readonly kind: 'sound'; readonly ledger: Ledger }
  | { readonly kind: 'broken' };

/**
 * Reads a ledger.
 * @throws what Node throws when there is one and it cannot be read.
 */
export const readLedger = (path: string, key: Buffer): FoundLedger => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'none' };
    throw error;
  }
  const value = unsealed(key, purpose, text.trim());
  return value ? { kind: 'sound', ledger: value as unknown as Ledger } : { kind: 'broken' };
};

/**
 * Writes a ledger whole, under its lock: a reader sees the former or this one.
 * @throws what Node throws when it cannot be written.
 */
export const writeLedger = (path: string, key: Buffer, ledger: Ledger): void => {
  const draft = `${path}.new`;
  // Left by a process that ended in between, or laid there as a link to somewhere else.
  rmSync(draft, { force: true });
  writeFileSync(draft, `${sealed(key, purpose, ledger)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
};
