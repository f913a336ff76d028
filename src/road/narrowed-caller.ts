// A caller as one of its requests wants to be held: with fewer rights than it has, never with more.
import { Guard } from '../guard/guard.ts';
import { Narrowing } from '../guard/narrowing.ts';
import type { Caller } from './caller.ts';

/** The narrowing that came with a request's record of authentication; undefined where none did. */
const narrowingIn = (authentication: unknown): Narrowing | undefined =>
  typeof authentication === 'object' &&
  authentication !== null &&
  'narrowing' in authentication &&
  authentication.narrowing instanceof Narrowing
    ? authentication.narrowing
    : undefined;

/**
 * The caller for one request.
 * @param authentication the request's record of authentication; anything else narrows nothing.
 */
export const narrowedCaller = (caller: Caller, authentication: unknown): Caller => {
  const narrowing = narrowingIn(authentication);
  if (!narrowing) return caller;
  return {
    id: caller.id,
    get account() {
      return caller.account;
    },
    get selection() {
      return narrowing.of(caller.selection);
    },
    guard: async () => {
      const { selection, grant } = await caller.guard();
      return new Guard(narrowing.of(selection), grant);
    },
    unnarrowed: caller,
  };
};
