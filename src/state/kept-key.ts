// A key that is made once, at random, and kept in a file for this user alone.
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { UsageError } from '../configuration/usage-error.ts';
import { codeOf } from '../files/error-code.ts';
import { othersWhoRead, othersWhoWrite } from '../files/file-rights.ts';

const read = (path: string): Buffer | undefined => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  if (!/^[\da-f]{64}$/.test(text))
    throw new UsageError(
      `${path} does not hold a key of this program: 64 hexadecimal digits. Put the right one back; without it, what it sealed cannot be verified any more. Delete the file to begin anew.`,
    );
  if (othersWhoRead(path) !== null || othersWhoWrite(path) !== null)
    throw new UsageError(
      `Other users of this machine may use ${path}, the key that seals approvals and record. chmod 600 changes that; where they may have read it, delete the file as well to have another made.`,
    );
  return Buffer.from(text, 'hex');
};

/**
 * The key in a file; made, with mode 0600, when there is none. Of two processes that make it at once, both get the
 * same.
 * @throws {UsageError} when the file holds no key, or others may use it.
 * @throws when it can be neither read nor made.
 */
export const keptKey = (path: string): Buffer => {
  const kept = read(path);
  if (kept) return kept;
  const key = randomBytes(32);
  // Linked into place whole: nobody ever reads half a key.
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return key;
  } catch (error) {
    const theirs = codeOf(error) === 'EEXIST' ? read(path) : undefined;
    if (theirs) return theirs;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};
