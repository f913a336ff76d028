// Where the record is: in the state folder, or in and beside a file that the owner names.
import { basename, dirname, join, resolve } from 'node:path';
import type { Settings } from '../configuration/settings.ts';
import type { State } from '../state/state.ts';

/** Where the files of a record are. */
export interface Place {
  readonly folder: string;
  /** The file that is written first, if it is free; null: each process has one of its own. */
  readonly first: string | null;
  /** What the names of all its files begin with. */
  readonly stem: string;
  /** The name of the ledger, which knows every file. */
  readonly ledger: string;
}

/** What the key that seals the record is for. */
export const keyPurpose = 'record';

/** The place beside a file that the owner named. */
const beside = (path: string): Place => {
  const whole = resolve(path);
  const first = basename(whole);
  return { folder: dirname(whole), first, stem: `${first}.`, ledger: `${first}.ledger` };
};

/** The room of the record in the state folder. */
export const room = 'record';

/** The place in a folder of its own. */
export const inFolder = (folder: string): Place => ({
  folder,
  first: null,
  stem: 'calls.',
  ledger: 'ledger.json',
});

/**
 * Where the record is kept.
 * @throws when the state folder cannot be made or used.
 */
export const placeOf = ({ audit }: Pick<Settings, 'audit'>, state: State): Place => {
  if (audit !== null) return beside(audit);
  const folder = state.room(room);
  if (folder === null) throw new Error(state.trouble ?? 'there is no state folder');
  return inFolder(folder);
};

/** The whole path of a file of a record. */
export const pathIn = ({ folder }: Place, name: string): string => join(folder, name);

/** Whether a name is that of a file with lines, of this record. */
export const isLines = ({ stem, first }: Place, name: string): boolean =>
  name === first || (name.startsWith(stem) && name.endsWith('.jsonl'));

const compact = (at: string): string => at.replaceAll(/[-:]|\.\d+/g, '');

/** The name of a new file: when it was begun, by which process, and what tells it from all others. */
export const newName = ({ stem }: Place, at: string, pid: number, random: string): string =>
  `${stem}${compact(at)}.${pid}.${random}.jsonl`;
