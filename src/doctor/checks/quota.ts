// The check of the requests that are left: DigitalOcean counts them by token, whoever sends them.
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';
import { readOnce } from '../read-once.ts';

const meanings = {
  'quota.ok': {
    level: 'ok',
    means: 'Enough requests are left this hour.',
    remedy: null,
  },
  'quota.low': {
    level: 'warning',
    means: 'Few requests are left this hour; what else uses the same token counts too.',
    remedy: 'Give each program a token of its own, and this server a limit with --quota.',
  },
  'quota.none': {
    level: 'blocks',
    means:
      'No requests are left: DigitalOcean refuses everything until an hour has passed since the first ones.',
    remedy: 'Wait, and look which program uses them up; give each a token of its own.',
  },
  'quota.refused': {
    level: 'warning',
    means: 'A harmless read was answered with an error.',
    remedy: 'Look at status.digitalocean.com; try again in a minute.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** Looks at what is left of the quota, by one read that the token and the settings allow. */
export const quota: Check = {
  name: 'quota',
  title: 'Quota',
  meanings,
  look: async (situation) => {
    const read = await readOnce(situation);
    if (read === null) return [];
    if (read.failure !== null && read.left !== 0)
      return [finding('quota.refused', `${read.tool}: ${read.failure}.`)];
    const { left, limit } = read;
    if (left === null) return [];
    const says = `${left} of ${limit ?? 5_000} requests are left this hour.`;
    if (left === 0) return [finding('quota.none', says)];
    return [finding(left < (limit ?? 5_000) / 10 ? 'quota.low' : 'quota.ok', says)];
  },
};
