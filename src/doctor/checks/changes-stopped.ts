// The check of the switch that stops every change.
import { brakeOf } from '../../brake/brake-of.ts';
import { connectRedis } from '../../redis/redis-connection.ts';
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'changes.stopped': {
    level: 'warning',
    means:
      'Somebody has stopped every change for the servers of this state folder or Redis: only reads are done.',
    remedy: 'do-mcp allow-changes lets changes be made again, when whatever it was is over.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** Looks at the switch in the state folder, and in Redis where replicas share one. */
export const changesStopped: Check = {
  name: 'changes',
  title: 'Changes',
  meanings,
  look: async ({ told: { settings }, clock }) => {
    if (settings === null) return [];
    const { redisUrl, stateDir } = settings;
    const redis = redisUrl === null ? undefined : connectRedis({ url: redisUrl, clock });
    const pulled = await brakeOf(stateDir, redis).pulled();
    await redis?.close();
    if (pulled === null) return [];
    const since = pulled.at === 0 ? '' : ` since ${new Date(pulled.at).toISOString()}`;
    return [finding('changes.stopped', `Changes have been stopped${since} by ${pulled.by}.`)];
  },
};
