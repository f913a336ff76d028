// Remembers snapshots that were taken before something is destroyed: where the program keeps what outlives it, sealed.
import { isObject } from '../../tools/json-object.ts';
import type { Clock } from '../ports.ts';
import type { RedisConnection } from '../redis/redis-connection.ts';
import { type Keeping, rememberedFor, type Taken } from '../road/keep/keeping.ts';
import type { State } from '../state/state.ts';
import { decrypted, encrypted } from './seal.ts';
import { createFolderStore } from './store/folder-store.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { createRedisStore } from './store/redis-store.ts';
import type { Store } from './store/store.ts';

/** What it stands on. */
export interface KeepingParts {
  readonly state: State;
  readonly redis: RedisConnection | undefined;
  readonly clock: Pick<Clock, 'now'>;
  /** Whether it lasts no longer than this process, as on the simulation in it. */
  readonly isPassing: boolean;
}

const most = 1_000;
const room = 'snapshots';

/** The id of a store for a call's name. */
const idOf = (call: string): string => `${call.slice(0, 8)}-${parseInt(call.slice(8, 17), 16)}`;

const storeOf = ({ state, redis, clock, isPassing }: KeepingParts): Store => {
  if (isPassing) return createMemoryStore(clock);
  if (redis) return createRedisStore(redis, most, room);
  const folder = state.room(room);
  return folder === null ? createMemoryStore(clock) : createFolderStore(folder, clock, most);
};

/** Opens it. */
export const openKeeping = (parts: KeepingParts): Keeping => {
  const store = storeOf(parts);
  const key = parts.state.keyFor('snapshots before destroying');
  return {
    find: async (call) => {
      const sealed = await store.read(idOf(call));
      const text = sealed === undefined ? undefined : decrypted(key, call, sealed);
      const value: unknown = text === undefined ? undefined : JSON.parse(text);
      // Nobody but this program has the key: what it sealed is of its own form.
      return isObject(value) ? (value as unknown as Taken) : undefined;
    },
    put: (call, taken) =>
      store.put(
        idOf(call),
        encrypted(key, call, JSON.stringify(taken)),
        parts.clock.now() + rememberedFor,
      ),
    forget: (call) => store.remove(idOf(call)),
    take: (call) => store.take(idOf(call)),
    release: (call) => store.release(idOf(call)),
  };
};
