// What a call brings along that has come by another way in a moment ago, and did nothing there.
import type { Found } from '../guard/policy.ts';

/** Made by the road only: a call that has it was counted, and what its policy asks for was read. */
export class Brought {
  /** What was read for the owner's policy; undefined where it asked for nothing. */
  readonly found: Found | undefined;

  constructor(found: Found | undefined) {
    this.found = found;
  }
}

/** What came with a request's record of authentication; undefined where it came by no other way. */
export const broughtOf = (authentication: unknown): Brought | undefined =>
  typeof authentication === 'object' &&
  authentication !== null &&
  'brought' in authentication &&
  authentication.brought instanceof Brought
    ? authentication.brought
    : undefined;
