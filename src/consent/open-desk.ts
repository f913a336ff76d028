// Opens the desk of a program: over Redis where replicas share one, else over the state folder, else for this process.
import type { ConsentDoor } from '../configuration/asking-settings.ts';
import type { Clock } from '../ports.ts';
import type { RedisConnection } from '../redis/redis-connection.ts';
import type { State } from '../state/state.ts';
import { createDesk, type Desk } from './desk.ts';
import type { Entry } from './question.ts';
import { createQuestionBook } from './question-book.ts';
import { createFolderStore } from './store/folder-store.ts';
import { createMemoryStore } from './store/memory-store.ts';
import type { OnceStore } from './store/once-store.ts';
import { createRedisStore } from './store/redis-store.ts';

/** What the desk is opened with. */
export interface OpenDeskOptions {
  readonly state: State;
  readonly redis: RedisConnection | undefined;
  readonly clock: Clock;
  readonly doors: ReadonlySet<ConsentDoor>;
  /** The doors besides the client at which somebody can answer, asked with each question. */
  readonly others: () => readonly ConsentDoor[];
  /** Told about each new question. */
  readonly opened: (entry: Entry) => void;
}

/** The folder of questions within the state folder. */
export const questionRoom = 'approvals';

/** The store of questions that this program shares with as many as it can. */
export const storeFor = ({
  state,
  redis,
  clock,
}: Pick<OpenDeskOptions, 'state' | 'redis' | 'clock'>): OnceStore => {
  if (redis) return createRedisStore(redis);
  const folder = state.room(questionRoom);
  return folder === null ? createMemoryStore(clock) : createFolderStore(folder, clock);
};

/** Opens the desk. */
export const openDesk = (options: OpenDeskOptions): Desk => {
  const { state, clock, doors, others, opened } = options;
  const key = (): Buffer => state.keyFor('consent');
  return createDesk({
    book: createQuestionBook(storeFor(options), key, clock),
    key,
    clock,
    doors,
    others,
    opened,
  });
};
