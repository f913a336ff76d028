// The ledger as it is kept, for whoever only looks at it: nothing is made or written.
import { existsSync } from 'node:fs';
import type { RedisConnection } from '../redis/redis-connection.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { ledgerIn } from './ledger-text.ts';
import { createFolderShelf } from './shelf/folder-shelf.ts';
import { createRedisShelf } from './shelf/redis-shelf.ts';

/** Where it is kept. */
export interface LedgerPlace {
  /** The folder of the ledger, which need not be there. */
  readonly folder: string;
  readonly redis: Pick<RedisConnection, 'run'> | undefined;
}

/** @throws when it cannot be read. */
export const keptLedger = async ({ folder, redis }: LedgerPlace): Promise<Ledger> => {
  const nothing = emptyLedger('nothing');
  if (!redis && !existsSync(folder)) return nothing;
  const kept = await (redis ? createRedisShelf(redis) : createFolderShelf(folder)).read();
  return kept ? ledgerIn(kept.text) : nothing;
};
