// Follows the file of this server's key: another key counts within a second, and without a key nobody is let in for long.
import { UsageError } from '../../configuration/usage-error.ts';
import { createLookAt } from '../../files/look-at.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { readKey, type ServerKey } from './key-file.ts';
import { digestOf } from './secret.ts';

/** The digest of the key in force now; null when there is none any more. */
export type KeyInForce = () => Buffer | null;

/** After so many milliseconds without a readable key the last one opens nothing any more. */
export const graceWithoutKey = 60_000;

/** @param first the key as it stood at the start. */
export const followKey = (first: ServerKey, clock: Clock, log: Log): KeyInForce => {
  const look = createLookAt(first.path, clock);
  let digest: Buffer | null = digestOf(first.key);
  let lostAt: number | null = null;

  const read = (): ServerKey | undefined => {
    try {
      return readKey(first.path);
    } catch (error) {
      if (error instanceof UsageError) return undefined;
      throw error;
    }
  };

  return () => {
    if (look()) {
      const key = read();
      if (key) {
        digest = digestOf(key.key);
        lostAt = null;
        log.info({}, 'the key file was read again');
      } else {
        lostAt ??= clock.now();
        log.error(
          { seconds: graceWithoutKey / 1_000 },
          'the key file is gone or holds no key: the last key ends after this time unless it comes back',
        );
      }
    }
    if (lostAt !== null && clock.now() - lostAt >= graceWithoutKey) digest = null;
    return digest;
  };
};
