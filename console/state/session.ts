// Who is before the page, and how they sign in and out.
import type { SessionView, SignedIn } from '../../src/console/session-view.ts';
import { ask } from './api.ts';
import { keepProof } from './proof.ts';

/** Who looks, and at what. */
export const askSession = (): Promise<SessionView> => ask<SessionView>('session');

/** Signs in with an operator's key, or with the code that `do-mcp console` prints. */
export const signIn = async (by: { readonly key: string } | { readonly code: string }) => {
  const { proof } = await ask<SignedIn>('session', { body: by });
  keepProof(proof);
};

/** Ends the session on both sides. */
export const signOut = async (): Promise<void> => {
  await ask('session', { method: 'DELETE' });
  keepProof(null);
};

/** The one-time code behind the address, which is taken off at once so that nobody reads or keeps it. */
export const takeCode = (): string | undefined => {
  const code = /^#code=([\w-]+)$/.exec(location.hash)?.[1];
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  return code;
};
