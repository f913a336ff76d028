// Opens what keeps former states, where this program keeps what outlives it.
import type { Log } from '../log.ts';
import type { Clock } from '../ports.ts';
import type { RedisConnection } from '../redis/redis-connection.ts';
import type { Undoing } from '../road/stages.ts';
import type { State } from '../state/state.ts';
import { type Book, openBook } from './book.ts';
import { createUndoing } from './keeper.ts';

/** What it is opened with. */
export interface UndoParts {
  readonly state: State;
  readonly redis: RedisConnection | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** The keeper of a server. No place is made before there is something to keep. */
export const openUndoing = (parts: UndoParts): Undoing => {
  let opened: Book | undefined;
  return createUndoing({
    book: () => {
      opened ??= openBook(parts);
      return opened;
    },
    clock: parts.clock,
    log: parts.log,
  });
};
