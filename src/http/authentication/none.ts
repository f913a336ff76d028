// Anyone on this machine may call; for the simulation on loopback only.
import type { Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Authenticator } from './authenticator.ts';

/** Admits every connection from this machine as the same principal, and no other. */
export const openToLoopback = <P extends Principal>(principal: P): Authenticator<P> => ({
  authenticate: (_request, peer) =>
    peer.loopback
      ? principal
      : new Refusal({
          status: 403,
          message: 'Without authentication this server answers its own machine only.',
        }),
});
