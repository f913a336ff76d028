// One account per identity, made when it is first seen, shared by all who have the same token, bounded in number.
import { veilOf } from '../../tools/secrets/veil.ts';
import { createApiClient } from '../client/api-client.ts';
import { createMemory, type Memory } from '../client/memory/memory.ts';
import type { Quota } from '../client/quota/quota.ts';
import type { TokenSource } from '../configuration/token.ts';
import { Processor } from '../processor/processor.ts';
import { userAgent } from '../version.ts';
import type { Account } from './account.ts';
import type { AccountsOptions } from './accounts-options.ts';
import type { Credential } from './credential.ts';
import { createGrantOf } from './grant-of.ts';
import { createIdentities } from './identities.ts';
import { quotaOf } from './quota-of.ts';

/** Accounts kept at most; the one that was not used for longest goes first. */
const mostAccounts = 2_000;

/** The accounts of this process. */
export interface Accounts {
  /** The account of a token that somebody brings. */
  ofToken(token: string): Account;
  /**
   * The account behind a source, whose token may be renewed.
   * @param changed called when its grant becomes known or changes after it was first told.
   * @throws {UsageError} when the source has no token now.
   */
  ofSource(source: TokenSource, changed?: () => void): Account;
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

/** Makes the directory of accounts; no account is made before its identity is seen. */
export const createAccounts = (given: AccountsOptions): Accounts => {
  const options = {
    ...given,
    memory: given.memory ?? createMemory(),
    processor: given.processor ?? new Processor(),
  };
  const identities = createIdentities(mostAccounts);
  const kept = new Map<Credential, Kept>();

  const of = (credential: Credential, changed?: () => void): Account => {
    const entry = kept.get(credential) ?? open(credential, options);
    // Moved to the end: the first entry of the map is the one unused for longest.
    kept.delete(credential);
    kept.set(credential, entry);
    if (changed) entry.listeners.add(changed);
    const [oldest] = kept.keys();
    if (kept.size > mostAccounts && oldest !== undefined) kept.delete(oldest);
    return entry.account;
  };

  return {
    ofToken: (token) => of(identities.ofToken(token)),
    ofSource: (source, changed) => of(identities.ofSource(source), changed),
    quotas: function* () {
      for (const { account, quota } of kept.values()) yield { account: account.id, ...quota.gauge };
    },
  };
};

/** Hides the tokens of a credential; its finder is made anew when one is renewed. */
const veilFor = (credential: Credential): Account['veil'] => {
  let tokens: readonly string[] | undefined;
  let veil: Account['veil'] = (text) => text;
  return (text) => {
    const now = credential.tokens();
    if (now !== tokens) {
      tokens = now;
      veil = veilOf(now);
    }
    return veil(text);
  };
};

const open = (
  credential: Credential,
  options: AccountsOptions & { readonly memory: Memory; readonly processor: Processor },
): Kept => {
  const { settings, transport, clock, random, log } = options;
  const listeners = new Set<() => void>();
  const grants = createGrantOf(credential, options, () => {
    for (const listener of listeners) listener();
  });
  const quota = quotaOf(credential, options);
  const api = createApiClient({
    transport,
    bearer: {
      id: credential.id,
      current: () => credential.current(),
      rejected: (token) => {
        grants.doubt();
        return credential.rejected(token);
      },
      tokens: () => credential.tokens(),
    },
    apiUrl: settings.apiUrl,
    clock,
    random,
    quota,
    memory: options.memory,
    processor: options.processor,
    userAgent,
    log,
    ...(options.observe && { observe: options.observe }),
  });
  let owner: Account['owner'] | undefined;
  const account: Account = {
    id: credential.id,
    get hint() {
      return credential.hint;
    },
    api,
    veil: veilFor(credential),
    quota: () => quota.gauge,
    grant: () => grants.current(),
    proof: () => grants.told(),
    owner: async (permit, signal) => {
      const { createOwnerLookUp } = await import('./owner.ts');
      owner ??= createOwnerLookUp(api, clock);
      return owner(permit, signal);
    },
  };
  return { account, quota, listeners };
};
