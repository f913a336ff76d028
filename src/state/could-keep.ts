// Whether a folder could be made and written, found out without making anything.
import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Looks at the folder, or at the nearest one above it that is there. What it allows may still fail when it is tried. */
export const couldKeep = (folder: string): boolean => {
  try {
    let place = folder;
    while (!statSync(place, { throwIfNoEntry: false }) && dirname(place) !== place)
      place = dirname(place);
    accessSync(place, constants.W_OK | constants.X_OK);
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
};
