// Whether calls are recorded at all, and whether they could be: asked before anything of the record is loaded.
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Settings } from '../configuration/settings.ts';
import type { State } from '../state/state.ts';

/**
 * Whether calls are recorded: always, unless the owner says off; on the simulation only where a file is named.
 * @param isReplaced whether something stands in the place of the wire, so that no account is reached.
 */
export const isRecorded = (
  { audit, sandbox }: Pick<Settings, 'audit' | 'sandbox'>,
  isReplaced: boolean,
): boolean => (audit === null ? !sandbox && !isReplaced : audit !== 'off');

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Why nothing could be recorded, in a sentence; null when all is well as far as can be seen. */
export const recordTrouble = ({ audit }: Pick<Settings, 'audit'>, state: State): string | null => {
  if (audit === null) return state.trouble;
  const path = resolve(audit);
  const there = statSync(path, { throwIfNoEntry: false });
  return isWritable(there ? path : dirname(path))
    ? null
    : `Calls cannot be recorded in ${path}: ${there ? 'it' : 'its folder'} is not there, or may not be written by this user.`;
};
