// Keys that this server makes: how they look, how they are stored, and how they are compared.
import { createHash, timingSafeEqual } from 'node:crypto';

/** Random bytes; handed in so that tests can foresee them. */
export type RandomBytes = (size: number) => Uint8Array;

/** Marks our keys, so that scanners for leaked secrets can find them and people can tell them from tokens. */
const prefix = 'domcp_';

/** A new key: 256 random bits. */
export const makeKey = (random: RandomBytes): string =>
  `${prefix}${Buffer.from(random(32)).toString('base64url')}`;

/**
 * The SHA-256 of a credential. A slow hash would add nothing: 256 random bits cannot be guessed however
 * fast the guesses are, and slowness would let strangers keep this server busy.
 */
export const digestOf = (credential: string): Buffer =>
  createHash('sha256').update(credential).digest();

/** Whether two digests are the same, in a time that does not depend on where they differ. */
export const sameDigest = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);
