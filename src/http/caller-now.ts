// A caller whose rights are asked for anew at every question, so that a session or a long call keeps none.
import { Guard } from '../guard/guard.ts';
import type { Caller } from '../road/caller.ts';
import type { Who } from './principal.ts';

/** What is told to a call whose caller has lost its place on this server meanwhile. */
const gone = 'whoever calls may not use this server any more';

/**
 * The caller as it stands whenever it is asked.
 * @param first as it was admitted.
 * @param now as it stands now; null once it is not admitted any more, and from then on it may do nothing.
 */
export const callerNow = (first: Caller, now: Who<Caller>): Caller => {
  let latest = first;
  const current = (): Caller | null => {
    const caller = now();
    if (caller) latest = caller;
    return caller;
  };
  const known = (): Caller => current() ?? latest;
  return {
    id: first.id,
    get account() {
      return known().account;
    },
    get selection() {
      return known().selection;
    },
    guard: async () =>
      (await current()?.guard()) ?? new Guard(latest.selection, { kind: 'invalid', reason: gone }),
  };
};
