// Writes a file that was not there, for this user alone: nothing is overwritten, and no link is followed.
import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';

const { O_WRONLY, O_CREAT, O_EXCL } = constants;
// Windows has no such flag, and no need of it: O_EXCL alone refuses a link.
const { O_NOFOLLOW = 0 } = constants;

/**
 * Writes the whole file, or none.
 * @param durable down to the disk: what is written cannot be had again
 * @throws with the code `EEXIST` where anything has this name already; with others where it cannot be written.
 */
export const writeNew = (path: string, content: string | Uint8Array, durable = false): void => {
  const file = openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    // A umask may have taken the owner's own rights.
    if (process.platform !== 'win32') fchmodSync(file, 0o600);
    writeFileSync(file, content);
    if (durable) fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
};
