// Changes a file that decides something: one command at a time, whole or not at all, and never over what another wrote.
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../configuration/usage-error.ts';
import { codeOf } from '../../files/error-code.ts';
import type { RandomBytes } from './secret.ts';

/** Replaces a file at once: nobody ever sees half of it. What is new is readable by its owner only. */
export const replaceFile = (path: string, text: string, random: RandomBytes): void => {
  const isThere = existsSync(path);
  // A link goes on leading where it leads, and who could read the file can read it still.
  const place = isThere ? realpathSync(path) : path;
  const mode = isThere ? statSync(place).mode & 0o777 : 0o600;
  const draft = join(
    dirname(place),
    `.${basename(place)}.${Buffer.from(random(6)).toString('hex')}`,
  );
  writeFileSync(draft, text, { mode, flag: 'wx' });
  renameSync(draft, place);
};

/** @throws {UsageError} when the file is not as it was read: somebody has written it meanwhile, by whatever program. */
export const refuseChanged = (path: string, before: string | undefined): void => {
  const now = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (now !== before)
    throw new UsageError(
      `${path} was changed by somebody else just now. Nothing was written; run the command again.`,
    );
};

/**
 * Runs `work` while no other command changes the same file.
 * @throws {UsageError} when another does, or the folder cannot be written.
 */
export const alone = <T>(path: string, work: () => T): T => {
  const lock = `${path}.lock`;
  try {
    closeSync(openSync(lock, 'wx', 0o600));
  } catch (error) {
    const exists = codeOf(error) === 'EEXIST';
    throw new UsageError(
      exists
        ? `Another command is writing ${path}. If none is, delete ${lock} and try again.`
        : `${path} cannot be written: ${error instanceof Error ? error.message : 'unknown reason'}.`,
    );
  }
  try {
    return work();
  } finally {
    unlinkSync(lock);
  }
};
