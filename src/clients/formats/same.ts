// Whether two values that were read are the same, whatever kind of object their readers made.
import { isDeepStrictEqual } from 'node:util';

/** Order of keys does not count, order of items does. */
export const isSame = (one: unknown, other: unknown): boolean =>
  // Some readers make objects without a prototype, and dates of classes of their own.
  isDeepStrictEqual(structuredClone(one), structuredClone(other));
