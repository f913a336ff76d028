// On Windows a mode says nothing: a new folder is closed with the system's own tool, and its files follow it.
import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** Runs a program to its end. @throws when it fails. */
export type Run = (file: string, words: readonly string[]) => void;

const runs: Run = (file, words) => {
  execFileSync(file, words, { stdio: 'ignore', timeout: 5_000, windowsHide: true });
};

/**
 * Gives a folder, and all that comes into it, to this user alone.
 * @throws when Windows does not do it.
 */
export const closeToOthers = (path: string, run: Run = runs): void => {
  const system = process.env['SystemRoot'] ?? 'C:\\Windows';
  run(join(system, 'System32', 'icacls.exe'), [
    path,
    '/inheritance:r',
    '/grant:r',
    `${userInfo().username}:(OI)(CI)F`,
  ]);
};
