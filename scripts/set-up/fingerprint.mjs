// One hash over files and folders, to tell whether what was made from them is still fresh.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @type {(root: string, name: string) => string[]} */
const filesUnder = (root, name) => {
  const path = join(root, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesUnder(root, `${name}/${entry}`));
};

/**
 * Hashes names and contents, so that a renamed, edited or removed file changes the result.
 *
 * @param {string} root Folder that the names are relative to.
 * @param {readonly string[]} names Files and folders; one that is missing counts as empty.
 * @param {readonly string[]} [facts] Further texts the result depends on.
 * @returns {string} SHA-256 in hex.
 */
export const fingerprint = (root, names, facts = []) => {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const file of names.flatMap((name) => filesUnder(root, name))) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(join(root, file)));
    hash.update('\0');
  }
  return hash.digest('hex');
};

/**
 * @param {string} file Where a stamp was written.
 * @returns {string | undefined} The stamp, or undefined when there is none.
 */
export const readStamp = (file) =>
  existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;

/**
 * Leaves a stamp; done last, so that an interrupted run leaves none.
 *
 * @param {string} file
 * @param {string} stamp
 */
export const writeStamp = (file, stamp) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${stamp}\n`);
};
