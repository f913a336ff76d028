// Changes a file that decides something: one command at a time, and whole or not at all.
import { closeSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../configuration/usage-error.ts';
import { codeOf } from '../../files/error-code.ts';
import type { RandomBytes } from './secret.ts';

/** Replaces a file at once, readable by its owner only: nobody ever sees half of it. */
export const replaceFile = (path: string, text: string, random: RandomBytes): void => {
  const draft = join(dirname(path), `.${basename(path)}.${Buffer.from(random(6)).toString('hex')}`);
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
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
