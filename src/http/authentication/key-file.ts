// Keeps the key that opens this server, so that client configurations survive a restart.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../../configuration/command-line.ts';
import { defaultStateFolder } from '../../configuration/state-place.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { codeOf } from '../../files/error-code.ts';
import { othersWhoRead, othersWhoWrite } from '../../files/file-rights.ts';
import { withoutMark } from '../../files/json-text.ts';
import { makeKey, type RandomBytes } from './secret.ts';

/** The key in force. */
export interface ServerKey {
  readonly key: string;
  readonly path: string;
  /** Made just now, so nobody knows it yet. */
  readonly made: boolean;
  /** What the owner should know, in a sentence; null when all is well. */
  readonly warning: string | null;
}

/** Where the key is kept when DO_MCP_KEY_FILE does not say: the place of the platform for state of programs. */
export const defaultKeyFile = (environment: Environment, home: string): string =>
  join(defaultStateFolder(environment, home), 'http-key');

// An owner may put a key of their own into the file; shorter ones could be guessed.
const shortestKey = 32;

const warningFor = (path: string): string | null =>
  othersWhoRead(path) !== null || othersWhoWrite(path) !== null
    ? `Other users of this machine may read ${path}, which opens this server. chmod 600 changes that.`
    : null;

/**
 * The key that stands in a file; undefined when there is no file.
 * @throws {UsageError} when it cannot be read, everybody may write it, or it holds no key.
 */
export const readKey = (path: string): ServerKey | undefined => {
  let text: string;
  try {
    text = withoutMark(readFileSync(path, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new UsageError(
      `The key file ${path} cannot be read: ${error instanceof Error ? error.message : 'unknown reason'}. Name another file with DO_MCP_KEY_FILE.`,
    );
  }
  if (text.length < shortestKey || !/^[\x21-\x7e]+$/.test(text))
    throw new UsageError(
      `The key file ${path} does not hold a key: at least ${shortestKey} characters without blanks. Delete it to have one made.`,
    );
  if (othersWhoWrite(path) === 'everybody')
    throw new UsageError(
      `Everybody on this machine may write ${path}, and so choose the key that opens this server. chmod 600 changes that.`,
    );
  return { key: text, path, made: false, warning: warningFor(path) };
};

/**
 * The key of a file; made, with mode 0600, when the file is not there.
 * @throws {UsageError} when the file cannot be read or written, or holds no key.
 */
export const loadKey = (path: string, random: RandomBytes): ServerKey => {
  const kept = readKey(path);
  if (kept) return kept;
  const key = makeKey(random);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another replica made it in the meantime.
    const theirs = codeOf(error) === 'EEXIST' ? readKey(path) : undefined;
    if (theirs) return theirs;
    throw new UsageError(
      `The key of this server cannot be kept in ${path}: ${error instanceof Error ? error.message : 'unknown reason'}. Name another file with DO_MCP_KEY_FILE.`,
    );
  }
  return { key, path, made: true, warning: null };
};
