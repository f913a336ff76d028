// What an identity may do, whichever token it has: asked again when the token is renewed or was not accepted.

import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import type { Grant } from '../guard/grant.ts';
import { GrantKeeper } from '../guard/grant-keeper.ts';
import { sandboxGrant } from '../guard/sandbox-grant.ts';
import type { AccountsOptions } from './accounts-options.ts';
import type { Credential } from './credential.ts';

/** The grant of one identity over time. */
export interface GrantOf {
  /** What counts: what the owner declared, else what is told. */
  current(): Promise<Grant>;
  /** What DigitalOcean itself tells, or a token of the simulation; whatever the owner declared. */
  told(): Promise<Grant>;
  /** A token was not accepted: what is known may no longer hold. */
  doubt(): void;
}

/** What an operator should know about a grant that is not known. */
const warnings: Readonly<Record<Exclude<Grant['kind'], 'known'>, string>> = {
  unknown:
    'the scopes of the token are unknown: only reading is allowed until DigitalOcean tells them',
  invalid: 'the token is not accepted: no tool is offered, and every call says so',
};

/** A grant that needs no asking, because the owner declared it. */
const declaredGrant = ({ declaredScopes }: Settings): Grant | undefined =>
  declaredScopes
    ? { kind: 'known', scopes: declaredScopes, source: 'declared', expiresAt: null }
    : undefined;

/** A source without a usable token, such as a file that is gone, grants nothing. */
const asInvalid = (error: unknown): Grant => {
  if (error instanceof UsageError) return { kind: 'invalid', reason: error.message };
  throw error;
};

/** @param changed told when the grant becomes known or changes after it was first told. */
export const createGrantOf = (
  credential: Credential,
  options: AccountsOptions,
  changed: () => void,
): GrantOf => {
  const { settings, transport, clock, log } = options;

  const ask = async (token: string, signal: AbortSignal): Promise<Grant> => {
    // Loaded when it is asked: a start that needs no answer should not wait for it.
    const { askForGrant } = await import('./token-info.ts');
    return askForGrant(transport, settings.tokenInfoUrl, token, clock, signal);
  };

  const lookUp = async (signal: AbortSignal): Promise<Grant> => {
    const token = credential.current();
    const grant = await ask(token, signal);
    const isRenewed = grant.kind === 'invalid' && (await credential.rejected(token));
    return isRenewed ? ask(credential.current(), signal) : grant;
  };

  const keeper = new GrantKeeper(
    async (signal) => {
      const grant = await lookUp(signal).catch(asInvalid);
      if (grant.kind !== 'known')
        log.warn({ account: credential.id, reason: grant.reason }, warnings[grant.kind]);
      return grant;
    },
    clock,
    (grant) => {
      log.info(
        { account: credential.id, grant: grant.kind },
        'what the token grants is now known, or has changed',
      );
      changed();
    },
  );

  let inForce: string | undefined;
  /** Told by a token of the simulation itself. */
  let ownWord: Grant | undefined;
  const declared = declaredGrant(settings);
  const told = async (): Promise<Grant> => {
    try {
      const token = credential.current();
      if (token !== inForce) {
        // What another token grants says nothing about this one.
        if (inForce !== undefined) keeper.startAgain();
        inForce = token;
        ownWord = settings.sandbox ? sandboxGrant(token) : undefined;
      }
    } catch (error) {
      return asInvalid(error);
    }
    return ownWord ?? keeper.current();
  };
  return {
    told,
    current: async () => {
      if (!declared) return told();
      try {
        // A source without a usable token grants nothing, whatever was declared.
        credential.current();
        return declared;
      } catch (error) {
        return asInvalid(error);
      }
    },
    doubt: () => keeper.doubt(),
  };
};
