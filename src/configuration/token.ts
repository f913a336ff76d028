// The DigitalOcean token: where it comes from, which kinds are refused, and how it is spoken of without being told.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { othersWhoWrite } from '../files/file-rights.ts';
import { fileTrouble, readText } from '../files/text-file.ts';
import { shown } from '../terminal/veil.ts';
import type { Environment } from './command-line.ts';
import { tokenVariables } from './options/options.ts';
import { placeholderComplaint } from './token-form.ts';
import { UsageError } from './usage-error.ts';

/** Where the token in force is read from; a file may change while the program runs. */
export interface TokenSource {
  /** What a person calls the source: a variable's name or a file's path. */
  readonly from: string;
  /**
   * The token as it stands now.
   * @throws {UsageError} when a file cannot be read or holds a token of the wrong kind.
   */
  read(): string;
  /** What the owner should know about the source, in a sentence. */
  readonly warning?: string | undefined;
  /** The file it is in, where a token may be renewed; absent where it cannot change. */
  readonly file?: {
    readonly path: string;
    /**
     * The token as it stands now, read although nothing seems to have changed.
     * @throws {UsageError} like `read`.
     */
    readAgain(): string;
  };
}

// Prefixes that look like a token but cannot call the API (facts: personal, OAuth and Functions credentials).
const wrongKinds: readonly (readonly [string, string])[] = [
  [
    'dor_v1_',
    'is an OAuth refresh token; it can only be exchanged for an access token (doo_v1_…), which is what belongs here',
  ],
  [
    'dof_v1_',
    'is a Functions namespace key; it opens one Functions namespace, not the DigitalOcean API',
  ],
  ['sk_do_', 'is a model access key; it calls models, not the DigitalOcean API'],
];

/** Whether a token is one of the simulation's: `sandbox`, or `sandbox:` and a list of scopes. */
export const isSandboxToken = (token: string): boolean =>
  token === 'sandbox' || token.startsWith('sandbox:');

/** The prefix and the last four characters: enough to recognise a token, too little to use it. */
export const hintOf = (token: string): string => {
  // The simulation's tokens are no secret.
  if (isSandboxToken(token)) return token;
  const prefix = /^[a-z]{2,4}_v1_/.exec(token)?.[0] ?? '';
  return token.length - prefix.length >= 12 ? `${prefix}…${token.slice(-4)}` : `${prefix}…`;
};

/** The SHA-256 of a token in hexadecimal: what anything about it is kept under. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * The token itself when it can be used as a bearer token.
 * @throws {UsageError} naming the reason when it cannot; the token is not repeated.
 */
export const checkToken = (text: string, from: string): string => {
  const token = text.trim();
  if (token === '') throw new UsageError(`${from} is empty.`);
  const wrong = wrongKinds.find(([prefix]) => token.startsWith(prefix));
  if (wrong) throw new UsageError(`${from} (${wrong[0]}…) ${wrong[1]}.`);
  const complaint = placeholderComplaint(token);
  if (complaint !== undefined) throw new UsageError(`${from} ${complaint}.`);
  // Only what may stand in a header: anything else would be sent garbled or not at all.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(`${from} contains blanks or characters that no token has.`);
  return token;
};

/** Largest token file in bytes; what is larger is another file. */
const largest = 64 * 1024;

/**
 * Whoever may write the file chooses the account that is worked on.
 * @throws {UsageError} when everybody may; a sentence when the file's group may.
 */
const warningOn = (path: string): string | undefined => {
  const others = othersWhoWrite(path);
  if (others === 'everybody')
    throw new UsageError(
      `Everybody on this machine may write the token file ${shown(path)}, and so choose the account. chmod 600 changes that.`,
    );
  return others === null
    ? undefined
    : `The group of the token file ${shown(path)} may write it. chmod 600 changes that.`;
};

const fromFile = (path: string): TokenSource => {
  const name = shown(path);
  let seen: { readonly changed: number; readonly token: string } | undefined;
  const read = (): string => {
    try {
      const { mtimeMs: changed, size } = statSync(path);
      if (seen?.changed === changed) return seen.token;
      warningOn(path);
      if (size > largest) throw new UsageError(`The token file ${name} is too large for a token.`);
      seen = { changed, token: checkToken(readText(path), `The token file ${name}`) };
      return seen.token;
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(
        `The token cannot be read. ${fileTrouble(name, error)} Name another with --token-file.`,
      );
    }
  };
  const readAgain = (): string => {
    seen = undefined;
    return read();
  };
  read();
  return { from: name, read, file: { path, readAgain }, warning: warningOn(path) };
};

/**
 * Where the token comes from: a file when one is named, else the one variable that is set; undefined when there is none.
 * @throws {UsageError} when two variables hold different values, or the token is of the wrong kind.
 */
export const findToken = (
  environment: Environment,
  tokenFile: string | undefined,
): TokenSource | undefined => {
  if (tokenFile !== undefined) return fromFile(tokenFile);
  const set = tokenVariables.flatMap((name) => {
    const value = environment[name]?.trim();
    return value ? [{ name, value }] : [];
  });
  const [first, ...others] = set;
  if (!first) return undefined;
  const other = others.find(({ value }) => value !== first.value);
  if (other)
    throw new UsageError(
      `${first.name} and ${other.name} hold different tokens. Unset one of them, so that it is clear which account is meant.`,
    );
  const token = checkToken(first.value, first.name);
  return { from: first.name, read: () => token };
};
