// The brake of a program: the file in its state folder, and the key in Redis where replicas share one.
import { join } from 'node:path';
import type { RedisConnection } from '../redis/redis-connection.ts';
import { type Brake, brakeFile, createFileBrake, createRedisBrake, eitherBrake } from './brake.ts';

/** @param folder the state folder; it need not be there. */
export const brakeOf = (folder: string, redis: Pick<RedisConnection, 'run'> | undefined): Brake => {
  const file = createFileBrake(join(folder, brakeFile));
  return redis ? eitherBrake(file, createRedisBrake(redis)) : file;
};
