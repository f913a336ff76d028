// The request limits of one identity: kept in this process, or shared with other replicas.
import { createFairShare } from '../client/quota/fair-share.ts';
import { createOpenQuota, createQuota, type Quota } from '../client/quota/quota.ts';
import { ratesOf, tokenRates } from '../client/quota/rates.ts';
import { createSharedTally } from '../client/quota/shared-tally.ts';
import { createMemoryTally } from '../client/quota/tally.ts';
import type { AccountsOptions } from './accounts-options.ts';
import type { Credential } from './credential.ts';

/** The quota that the settings ask for. */
export const quotaOf = (credential: Credential, options: AccountsOptions): Quota => {
  const { settings, clock, log, redis, degraded } = options;
  if (settings.quota === null) return createOpenQuota();
  const rates = ratesOf(tokenRates(settings.quota.hour, settings.quota.minute));
  const tally = redis
    ? createSharedTally({
        connection: redis,
        key: () => credential.fingerprint(),
        rates,
        clock,
        log,
        ...(degraded && { degraded }),
      })
    : createMemoryTally(clock, rates);
  // Only named agents can have a token in common: everybody else is alone with it and may use it up.
  const share = settings.auth === 'agents' ? createFairShare(rates.token, clock) : undefined;
  return createQuota({ tally, clock, ...(share && { share }) });
};
