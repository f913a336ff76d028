// Builds when the sources have changed since the last build.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';

const sources = [
  'scope-map',
  'tools',
  'src',
  'console',
  'scripts/build',
  'scripts/build.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.testing.json',
];

const results = [
  'dist/do-mcp.cjs',
  'dist/main.cjs',
  'dist/later.cjs',
  'dist/console.json',
  'dist/testing.js',
  'dist/testing.d.ts',
];

/** @type {(root: string) => string} */
const stampFile = (root) => join(root, 'dist', '.built');

/**
 * What the sources are now. Taken before building starts: a source that is edited meanwhile is not in the result.
 *
 * @param {string} root The project's folder.
 * @returns {string}
 */
export const sourceStamp = (root) => fingerprint(root, sources);

/**
 * Notes what was built, as the last step of a build.
 *
 * @param {string} root The project's folder.
 * @param {string} stamp What the sources were.
 */
export const markBuilt = (root, stamp) => writeStamp(stampFile(root), stamp);

/**
 * Makes `dist` agree with the sources; silent when it already does.
 *
 * @param {string} root The project's folder.
 * @returns {Promise<number>} 0, or the build's exit code.
 */
export const build = async (root) => {
  const complete = results.every((file) => existsSync(join(root, file)));
  if (complete && readStamp(stampFile(root)) === sourceStamp(root)) return 0;
  console.error('Building …');
  const code = await runChild(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: root,
  });
  if (code !== 0) console.error(`Building failed (exit code ${code}). The reason is above.`);
  return code;
};
