// One account per token, made when the token is first seen, shared by all who bring it, bounded in number.
import { createApiClient } from '../client/api-client.ts';
import type { ClientEvent } from '../client/parts.ts';
import { createMemoryLedger, type Ledger } from '../client/quota/ledger.ts';
import { createOpenQuota, createQuota, type Quota } from '../client/quota/quota.ts';
import { createSharedLedger, quotaKey } from '../client/quota/quota-redis.ts';
import { ratesOf, tokenRates } from '../client/quota/rates.ts';
import type { Transport } from '../client/wire/transport.ts';
import type { Settings } from '../configuration/settings.ts';
import { hashOf, hintOf } from '../configuration/token.ts';
import type { Grant } from '../guard/grant.ts';
import { GrantKeeper } from '../guard/grant-keeper.ts';
import { sandboxGrant } from '../guard/sandbox-grant.ts';
import type { Log } from '../log.ts';
import type { Clock, Random } from '../ports.ts';
import type { RedisConnection } from '../redis/redis-connection.ts';
import { userAgent } from '../version.ts';
import type { Account } from './account.ts';

/** Accounts kept at most; the one that was not used for longest goes first. */
const mostAccounts = 2_000;

/** What accounts are made of. */
export interface AccountsOptions {
  readonly settings: Settings;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Shares the quota between replicas; absent: kept in memory. */
  readonly redis?: RedisConnection | undefined;
  /** Told about attempts and waits, for metrics. */
  readonly observe?: ((event: ClientEvent) => void) | undefined;
  /** Told when sharing the quota is lost and when it is back. */
  readonly degraded?: ((isDegraded: boolean) => void) | undefined;
}

/** The accounts of this process. */
export interface Accounts {
  /**
   * The account of a token.
   * @param changed called when its grant becomes known or changes after it was first told.
   */
  of(token: string, changed?: () => void): Account;
  /** Requests left this hour, by account, as far as DigitalOcean told; for a gauge. */
  quotas(): Iterable<{
    readonly account: string;
    readonly left: number | null;
    readonly waiting: number;
  }>;
}

interface Kept {
  readonly account: Account;
  readonly quota: Quota;
  readonly listeners: Set<() => void>;
}

/** Makes the directory of accounts; no account is made before its token is seen. */
export const createAccounts = (options: AccountsOptions): Accounts => {
  const kept = new Map<string, Kept>();
  return {
    of: (token, changed) => {
      const hash = hashOf(token);
      const entry = kept.get(hash) ?? open(token, hash, options);
      // Moved to the end: the first entry of the map is the one unused for longest.
      kept.delete(hash);
      kept.set(hash, entry);
      if (changed) entry.listeners.add(changed);
      const [oldest] = kept.keys();
      if (kept.size > mostAccounts && oldest !== undefined) kept.delete(oldest);
      return entry.account;
    },
    quotas: function* () {
      for (const { account, quota } of kept.values()) yield { account: account.id, ...quota.gauge };
    },
  };
};

const openQuota = (token: string, options: AccountsOptions): Quota => {
  const { settings, clock, log, redis, degraded } = options;
  if (settings.quota === null) return createOpenQuota();
  const rates = ratesOf(tokenRates(settings.quota.hour, settings.quota.minute));
  const ledger: Ledger = redis
    ? createSharedLedger({
        connection: redis,
        key: quotaKey(token),
        rates,
        clock,
        log,
        ...(degraded && { degraded }),
      })
    : createMemoryLedger(clock, rates);
  return createQuota({ ledger, clock });
};

const open = (token: string, hash: string, options: AccountsOptions): Kept => {
  const { settings, transport, clock, random, log } = options;
  const listeners = new Set<() => void>();
  // Enough to tell accounts apart in a log, and nothing to find a token by.
  const id = hash.slice(0, 16);
  const grants = new GrantKeeper(
    async (signal) => {
      // Loaded when it is asked, like the owner below: a start that needs no answer should not wait for it.
      const { askForGrant } = await import('../guard/token-info.ts');
      const grant = await askForGrant(transport, settings.tokenInfoUrl, token, clock, signal);
      if (grant.kind !== 'known')
        log.warn({ account: id, reason: grant.reason }, warnings[grant.kind]);
      return grant;
    },
    clock,
    (grant) => {
      log.info(
        { account: id, grant: grant.kind },
        'what the token grants is now known, or has changed',
      );
      for (const listener of listeners) listener();
    },
  );
  const quota = openQuota(token, options);
  const api = createApiClient({
    transport,
    token,
    apiUrl: settings.apiUrl,
    clock,
    random,
    quota,
    userAgent,
    log,
    // In the simulation an app's logs are served by the simulation itself.
    ...(settings.sandbox && { logText: { origins: [settings.apiUrl.origin] } }),
    ...(options.observe && { observe: options.observe }),
  });
  const fixed = fixedGrant(settings, token);
  const grant = (): Promise<Grant> => (fixed ? Promise.resolve(fixed) : grants.current());
  let owner: Account['owner'] | undefined;
  const account: Account = {
    id,
    hint: hintOf(token),
    api,
    grant,
    owner: async (permit, signal) => {
      const { createOwnerLookUp } = await import('./owner.ts');
      owner ??= createOwnerLookUp(api, clock);
      return owner(permit, signal);
    },
  };
  return { account, quota, listeners };
};

/** What an operator should know about a grant that is not known. */
const warnings: Readonly<Record<Exclude<Grant['kind'], 'known'>, string>> = {
  unknown:
    'the scopes of the token are unknown: only reading is allowed until DigitalOcean tells them',
  invalid: 'the token is not accepted: no tool is offered, and every call says so',
};

/** A grant that needs no asking: declared by the owner, or told by a token of the simulation itself. */
const fixedGrant = ({ declaredScopes, sandbox }: Settings, token: string): Grant | undefined => {
  if (declaredScopes)
    return { kind: 'known', scopes: declaredScopes, source: 'declared', expiresAt: null };
  return sandbox ? sandboxGrant(token) : undefined;
};
