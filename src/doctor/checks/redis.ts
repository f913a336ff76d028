// The check of the Redis that replicas share.
import { connectRedis } from '../../redis/redis-connection.ts';
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'redis.ok': {
    level: 'ok',
    means: 'Redis answers, and runs the scripts that replicas share their counts by.',
    remedy: null,
  },
  'redis.away': {
    level: 'blocks',
    means:
      'Redis was named and does not answer: replicas cannot share their quota, their questions and the switch that stops changes.',
    remedy:
      'Look whether it runs, and whether address, port, user and password in --redis-url are right (rediss:// for TLS).',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** How long the first answer may take, in milliseconds. */
const patience = 2_000;

/** The host of an address, without user and password. */
const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).host : 'the address';

/** Looks whether Redis answers. */
export const redis: Check = {
  name: 'redis',
  title: 'Redis',
  meanings,
  look: async ({ told: { settings }, clock, saying }) => {
    if (settings === null || settings.redisUrl === null) return [];
    saying('Asking Redis');
    const host = hostOf(settings.redisUrl);
    const connection = connectRedis({ url: settings.redisUrl, clock, commandMs: patience });
    try {
      await connection.run("return redis.call('PING')", [], []);
      return [finding('redis.ok', `Redis at ${host} answers.`)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown reason';
      return [finding('redis.away', `Redis at ${host} does not answer: ${reason}.`)];
    } finally {
      await connection.close();
    }
  },
};
