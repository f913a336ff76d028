// A code that opens the console once: it is printed on a person's terminal, and good for a few minutes.
import type { Clock } from '../../ports.ts';
import { digestOf, makeKey, type RandomBytes, sameDigest } from '../authentication/secret.ts';

/** How long a code is good, in milliseconds. */
export const codeLasts = 10 * 60 * 1_000;

/** A code, and the one way to use it. */
export interface OneTimeCode {
  /** To be shown on a terminal only. */
  readonly code: string;
  /** Whether this is the code and it was still good; from then on it is not. */
  spend(code: string): boolean;
}

/** Makes a code of 256 random bits. */
export const createOneTimeCode = (clock: Pick<Clock, 'now'>, random: RandomBytes): OneTimeCode => {
  const code = makeKey(random);
  const digest = digestOf(code);
  const until = clock.now() + codeLasts;
  let isSpent = false;
  return {
    code,
    spend: (given) => {
      const isGood = !isSpent && clock.now() < until && sameDigest(digest, digestOf(given));
      if (isGood) isSpent = true;
      return isGood;
    },
  };
};
