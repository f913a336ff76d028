// What lets a call sleep without being in the way of others, where the transport gives such a thing along.

/** Runs what only sleeps; the caller's place is free meanwhile. */
export type Sleeping = <T>(nap: () => Promise<T>) => Promise<T>;

/** The way to sleep that came with a request's record of authentication; undefined where nothing is held. */
export const sleepingOf = (authentication: unknown): Sleeping | undefined =>
  typeof authentication === 'object' &&
  authentication !== null &&
  'sleeping' in authentication &&
  typeof authentication.sleeping === 'function'
    ? (authentication.sleeping as Sleeping)
    : undefined;
