// Opens the budget of a program: over Redis where replicas share one, else over the state folder, else for this process.
import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports.ts';
import type { RedisConnection } from '../redis/redis-connection.ts';
import type { State } from '../state/state.ts';
import { createBook } from './book.ts';
import { type Budget, createBudget } from './budget.ts';
import { createFolderShelf } from './shelf/folder-shelf.ts';
import { createMemoryShelf } from './shelf/memory-shelf.ts';
import { createRedisShelf } from './shelf/redis-shelf.ts';
import type { Shelf } from './shelf/shelf.ts';

/** What a budget is opened with. */
export interface OpenBudgetOptions {
  readonly state: Pick<State, 'room'>;
  readonly redis: Pick<RedisConnection, 'run'> | undefined;
  readonly clock: Pick<Clock, 'now'>;
}

/** The folder of the ledger within the state folder. */
export const budgetRoom = 'budget';

const shelfFor = ({ state, redis }: OpenBudgetOptions): Shelf => {
  if (redis) return createRedisShelf(redis);
  const folder = state.room(budgetRoom);
  return folder === null ? createMemoryShelf() : createFolderShelf(folder);
};

/** Opens the budget; nothing is read or written before it is asked. */
export const openBudget = (options: OpenBudgetOptions): Budget => {
  const newName = (): string => randomBytes(9).toString('hex');
  return createBudget({
    book: createBook({
      shelf: shelfFor(options),
      newName,
      forgets: options.redis !== undefined,
    }),
    clock: options.clock,
    newName,
  });
};
