// A token source for tests that can be given another token, noticed at once or only when it is read again.
import type { RenewedSource } from '../../src/account/credential.ts';
import { UsageError } from '../../src/configuration/usage-error.ts';

/** A source whose token a test changes. */
export interface TokenInFile extends RenewedSource {
  /** Writes another token; `unseen` as a file system does that keeps the time of the change. */
  write(token: string, unseen?: 'unseen'): void;
  remove(): void;
}

/** A file that holds this token. */
export const tokenInFile = (from: string, first: string): TokenInFile => {
  let written: string | undefined = first;
  let seen = first;
  const read = (): string => {
    if (written === undefined) throw new UsageError(`The token file ${from} cannot be read.`);
    return seen;
  };
  return {
    from,
    read,
    file: {
      path: from,
      readAgain: () => {
        seen = written ?? seen;
        return read();
      },
    },
    write: (token, unseen) => {
      written = token;
      if (unseen === undefined) seen = token;
    },
    remove: () => {
      written = undefined;
    },
  };
};
