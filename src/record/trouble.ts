// Whether calls could be recorded, asked by who must not serve without: at the start of a server.
import { accessSync, constants, statSync } from 'node:fs';
import type { Settings } from '../configuration/settings.ts';
import type { State } from '../state/state.ts';
import { pathIn, placeOf } from './place.ts';

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Why nothing could be recorded, in a sentence; null when all is well as far as can be seen. */
export const recordTrouble = (settings: Pick<Settings, 'audit'>, state: State): string | null => {
  try {
    const place = placeOf(settings, state);
    const file = place.first === null ? null : pathIn(place, place.first);
    const there = file !== null && statSync(file, { throwIfNoEntry: false }) !== undefined;
    const path = file !== null && there ? file : place.folder;
    return isWritable(path)
      ? null
      : `Calls cannot be recorded: ${path} is not there, or may not be written by this user.`;
  } catch (error) {
    return `Calls cannot be recorded: ${error instanceof Error ? error.message : 'unknown reason'}`;
  }
};
