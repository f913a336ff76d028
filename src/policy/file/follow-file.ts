// Follows a file that gives rights while the server runs: a change counts within a second, and what goes wrong with the
// file only ever takes rights away.
import { readFileSync } from 'node:fs';
import { UsageError } from '../../configuration/usage-error.ts';
import { createLookAt } from '../../files/look-at.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import type { NamedFile } from './read-file.ts';
import { refuseOpenFile } from './rights.ts';

/** What a file gives, and how it is read. */
export interface Given<T> {
  readonly file: NamedFile;
  /** At the start. @throws {UsageError} when the file is unusable. */
  readonly first: () => T;
  /** @throws {UsageError} when anything in the text is wrong. */
  readonly read: (text: string) => T;
  /** What a faulty text leaves; null when nothing of it can be read. */
  readonly narrow: (before: T, text: string) => T | null;
  /** What is left when the file does not come back. */
  readonly nothing: T;
  /** Numbers for the log. */
  readonly facts: (now: T, before?: T) => Readonly<Record<string, unknown>>;
  /** Whose rights end then, and what is not the case any more. */
  readonly words: { readonly ends: string; readonly ended: string };
}

/** A file as it stands now. */
export interface FollowedFile<T> {
  now(): T;
  /** What is wrong with it, in words that anyone may read; null when nothing is. */
  concern(): string | null;
}

/** After so many milliseconds without a readable file nobody has any rights from it any more. */
export const graceWithoutFile = 60_000;

/** What the file last was. */
type State =
  | { readonly kind: 'sound' }
  | { readonly kind: 'faulty' }
  | { readonly kind: 'lost'; readonly since: number };

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/**
 * Follows a file. A change that has a fault takes away at once what can be read of it, and gives nothing new; when
 * the file is gone or nothing of it can be read, what held stays for a minute, then nothing is left. Either is logged.
 * @throws {UsageError} when the file is unusable at the start.
 */
export const followFile = <T>(given: Given<T>, clock: Clock, log: Log): FollowedFile<T> => {
  const { file, nothing, words } = given;
  const { kind, path } = file;
  const look = createLookAt(path, clock);
  let current = given.first();
  let state: State = { kind: 'sound' };

  const lose = (reason: string): void => {
    if (state.kind !== 'lost') state = { kind: 'lost', since: clock.now() };
    log.error(
      { reason, seconds: graceWithoutFile / 1_000 },
      `the ${kind} is gone or cannot be read at all: ${words.ends} after this time unless it comes back`,
    );
  };

  const takeAway = (text: string, reason: string): void => {
    const left = given.narrow(current, text);
    if (left === null) {
      lose(reason);
      return;
    }
    log.error(
      { reason, ...given.facts(left, current) },
      `the ${kind} has a fault: what it takes away counts, what it gives does not`,
    );
    current = left;
    state = { kind: 'faulty' };
  };

  const readAgain = (): void => {
    const text = textOf(path);
    if (text === null) {
      lose('the file cannot be opened');
      return;
    }
    try {
      refuseOpenFile(file);
      current = given.read(text);
      state = { kind: 'sound' };
      log.info(given.facts(current), `the ${kind} was read again`);
    } catch (error) {
      takeAway(
        text,
        error instanceof UsageError ? error.message : 'the file has changed meanwhile',
      );
    }
  };

  const now = (): T => {
    if (look()) readAgain();
    if (state.kind === 'lost' && current !== nothing) {
      if (clock.now() - state.since < graceWithoutFile) return current;
      current = nothing;
      log.error({}, `the ${kind} did not come back: ${words.ended} until it does`);
    }
    return current;
  };

  return {
    now,
    concern: () => {
      const left = now();
      if (state.kind === 'faulty')
        return `the ${kind} has a fault: nothing new in it counts until it is mended`;
      if (state.kind === 'sound') return null;
      return left === nothing
        ? `the ${kind} is gone or unreadable: ${words.ended}`
        : `the ${kind} is gone or unreadable: ${words.ends} after a minute`;
    },
  };
};
