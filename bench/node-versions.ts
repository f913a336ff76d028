// Finds the versions of Node.js that the budgets are written for.
import { execFileSync } from 'node:child_process';

/** A Node.js to measure with. */
export interface NodeVersion {
  readonly major: number;
  /** Path of its binary; null when it could not be had. */
  readonly path: string | null;
}

const fetched = (major: number): string | null => {
  try {
    // Asked once: going through npx at every start would measure npx.
    return execFileSync('npx', ['--yes', '-p', `node@${major}`, 'node', '-p', 'process.execPath'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    }).trim();
  } catch {
    return null;
  }
};

/**
 * @param major Major version, such as 20.
 * @returns The Node.js that runs this when it is of that version, otherwise one from npm.
 */
export const nodeVersion = (major: number): NodeVersion => ({
  major,
  path: process.versions.node.startsWith(`${major}.`) ? process.execPath : fetched(major),
});
