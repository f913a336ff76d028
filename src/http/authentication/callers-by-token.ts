// The caller behind a token that somebody brings: what the owner declared narrows what it may do, and proves nothing.
import type { Accounts } from '../../account/accounts.ts';
import type { Settings } from '../../configuration/settings.ts';
import type { Grant } from '../../guard/grant.ts';
import { createNarrowing } from '../../guard/narrow-grant.ts';
import { type Caller, createCaller } from '../../road/caller.ts';
import { accountWith } from '../account-with.ts';

/** Opens callers by their tokens, and tells what their gate has to know. */
export interface CallersByToken {
  readonly open: (token: string) => Caller;
  /** What DigitalOcean itself tells of the caller's token: a token of which it tells nothing is not proven. */
  readonly grantOf: (caller: Caller) => Promise<Grant>;
}

/** Callers by token, as these settings want them. */
export const callersByToken = (
  accounts: Pick<Accounts, 'ofToken'>,
  { declaredScopes, selection }: Pick<Settings, 'declaredScopes' | 'selection'>,
): CallersByToken => {
  const narrowing = createNarrowing(declaredScopes);
  return {
    open: (token) => {
      const account = accounts.ofToken(token);
      // Anyone may bring a token, so what the owner declared proves nothing about it: it only narrows.
      const grant = async () => narrowing(await account.proof());
      return createCaller(account.id, accountWith(account, grant), selection);
    },
    grantOf: ({ account }) => account.proof(),
  };
};
