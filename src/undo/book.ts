// The book of what can be put back: kept encrypted, found by id, taken in hand by one at a time.
import { isObject } from '../../tools/json-object.ts';
import type { Clock } from '../ports.ts';
import type { RedisConnection } from '../redis/redis-connection.ts';
import type { State } from '../state/state.ts';
import { type Kept, largest, mostKept } from './kept.ts';
import { decrypted, encrypted, keyPurpose } from './seal.ts';
import { createFolderStore } from './store/folder-store.ts';
import { createRedisStore } from './store/redis-store.ts';
import { isId, type Store } from './store/store.ts';

/** What a book is opened with. */
export interface BookOptions {
  readonly state: State;
  readonly redis: RedisConnection | undefined;
  readonly clock: Pick<Clock, 'now'>;
}

/** What looking for an id came to. */
export type Found =
  | { readonly kind: 'kept'; readonly kept: Kept }
  | { readonly kind: 'none' }
  /** It was altered, or encrypted with another key. */
  | { readonly kind: 'unreadable' };

/** The book. */
export interface Book {
  /** @throws when it cannot be kept: too large, no place. */
  put(kept: Kept): Promise<void>;
  find(id: string): Promise<Found>;
  /** Everything that can be read, newest first; and how many could not be. */
  all(): Promise<{ readonly kept: readonly Kept[]; readonly unreadable: number }>;
  remove(id: string): Promise<void>;
  take(id: string): Promise<boolean>;
  release(id: string): Promise<void>;
}

/** The room of former states in the state folder. */
const room = 'undo';

const storeOf = ({ state, redis, clock }: BookOptions): Store => {
  if (redis) return createRedisStore(redis, mostKept, room);
  const folder = state.room(room);
  if (folder === null) throw new Error(state.trouble ?? 'there is no state folder');
  return createFolderStore(folder, clock, mostKept);
};

const keptIn = (text: string, id: string): Kept | undefined => {
  const value: unknown = JSON.parse(text);
  // Nobody but this program has the key: what it sealed is of its own form.
  return isObject(value) && value['id'] === id ? (value as unknown as Kept) : undefined;
};

/** @throws when there is no place for it. */
export const openBook = (options: BookOptions): Book => {
  const store = storeOf(options);
  const key = options.state.keyFor(keyPurpose);

  const find = async (id: string): Promise<Found> => {
    const sealed = await store.read(id);
    if (sealed === undefined) return { kind: 'none' };
    const text = decrypted(key, id, sealed);
    const kept = text === undefined ? undefined : keptIn(text, id);
    if (!kept) return { kind: 'unreadable' };
    return kept.until > options.clock.now() ? { kind: 'kept', kept } : { kind: 'none' };
  };

  return {
    put: async (kept) => {
      const text = JSON.stringify(kept);
      if (Buffer.byteLength(text) > largest)
        throw new Error('what stood there before is too large to be kept');
      await store.put(kept.id, encrypted(key, kept.id, text), kept.until);
    },
    find: async (id) => (isId(id) ? find(id) : { kind: 'none' }),
    all: async () => {
      const found = await Promise.all((await store.ids()).map(find));
      const kept = found.flatMap((one) => (one.kind === 'kept' ? [one.kept] : []));
      return {
        kept: kept.toSorted((one, other) => other.at - one.at),
        unreadable: found.filter(({ kind }) => kind === 'unreadable').length,
      };
    },
    remove: store.remove,
    take: store.take,
    release: store.release,
  };
};
