// Creates things one after another, the way a client would, each an hour after the one before.
import { ApiRefusal } from '../exchange/refusal.ts';
import type { Router } from '../exchange/router.ts';
import { createIdentity } from '../token/holder.ts';
import type { World } from '../world/world.ts';

/** Room between one step and the next, so that work of one is over before the next begins. */
const step = 3_600_000;

type Body = Readonly<Record<string, unknown>>;

/** Sows a starting account. */
export interface Sower {
  /** Sends one request; `place` names the spot in the data for errors. */
  readonly send: (method: string, pathname: string, body: Body, place: string) => void;
  /** Lets an hour pass. */
  readonly rest: () => void;
  /** The present moment of the story. */
  readonly time: () => number;
}

/** Makes a sower whose story begins at `start` and never passes `now`. */
export const createSower = (world: World, router: Router, start: number, now: number): Sower => {
  const holder = createIdentity().identify(null);
  let at = start;
  return {
    time: () => at,
    rest: () => {
      at = Math.min(now, at + step);
      world.pace.settle();
    },
    send: (method, pathname, body, place) => {
      const match = router.match(method, pathname);
      if (match === undefined)
        throw new Error(`Seed data, ${place}: ${pathname} is not simulated.`);
      try {
        match.route.handle(
          {
            method,
            origin: '',
            pathname,
            query: new URLSearchParams(),
            path: match.path,
            body,
            holder,
            isDangerous: false,
            now: at,
          },
          world,
        );
      } catch (error) {
        if (!(error instanceof ApiRefusal)) throw error;
        throw new Error(`Seed data, ${place}: ${error.message}`);
      }
    },
  };
};
