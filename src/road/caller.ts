// Who is calling: one account, seen through one selection, with the guard that follows from both.
import type { Account } from '../account/account.ts';
import { Guard } from '../guard/guard.ts';
import type { Selection } from '../guard/selection.ts';

/** One principal: the person at the other end of stdio, or an agent over HTTP. */
export interface Caller {
  /** A name without secrets, stable for the same principal; for logs, limits and cursors. */
  readonly id: string;
  readonly account: Account;
  readonly selection: Selection;
  /** The guard for what the token grants right now. */
  guard(): Promise<Guard>;
  /** Whoever it is when a request of its asks for less; with these rights the server looks ahead of a call. */
  readonly unnarrowed?: Caller;
}

/** A caller; the guard is made anew only when the grant has changed, so that its list can be cached. */
export const createCaller = (id: string, account: Account, selection: Selection): Caller => {
  let last: Guard | undefined;
  return {
    id,
    account,
    selection,
    guard: async () => {
      const grant = await account.grant();
      if (last?.grant !== grant) last = new Guard(selection, grant);
      return last;
    },
  };
};

/**
 * Whose consent counts for a caller: the credential's identity is part of it, so that it is the same after a restart,
 * and another for another account.
 */
export const principalOf = ({ id, account }: Caller): string => `${id} ${account.id}`;
