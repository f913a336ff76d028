// Who besides its owner may write a file that decides what this server does, or read one that opens it.
import { statSync } from 'node:fs';

/** Who else has a right: everybody on the machine, the file's group, or nobody. */
export type Others = 'everybody' | 'its group' | null;

const withRight = (path: string, everybody: number, group: number): Others => {
  // Windows keeps rights in lists that a mode does not tell.
  if (process.platform === 'win32') return null;
  const { mode } = statSync(path);
  if ((mode & everybody) !== 0) return 'everybody';
  return (mode & group) !== 0 ? 'its group' : null;
};

/**
 * Who besides the owner may write a file.
 * @throws when there is no such file.
 */
export const othersWhoWrite = (path: string): Others => withRight(path, 0o002, 0o020);

/**
 * Who besides the owner may read a file.
 * @throws when there is no such file.
 */
export const othersWhoRead = (path: string): Others => withRight(path, 0o004, 0o040);
