// What a call needs, and what its arguments change about it.
import type { Scope } from '../scopes.ts';
import type { Cost, Effect } from './effect.ts';

/**
 * Alternatives, each a list of scopes that are all needed: `[['a'], ['b', 'c']]` is "a, or b and c".
 * `[[]]` means any valid token. An empty list of alternatives does not compile.
 */
export type Requirement = readonly [readonly Scope[], ...(readonly Scope[])[]];

/**
 * True of a call whose argument has one of the values in `is`, or, without `is`, has any value at all; with
 * `absent`, of a call whose argument is missing, null or empty. The argument may be a dotted path into objects and
 * lists.
 */
export interface When<Argument extends string = string> {
  readonly argument: Argument;
  readonly is?: readonly [string | number | boolean, ...(string | number | boolean)[]];
  /**
   * Turned round: true of a call without the argument (null and an empty text or list included) or, with `is`, of one
   * in which it has none of these values.
   */
  readonly absent?: true;
}

/** What changes about a call when an argument says so: more scopes, another effect, another cost. */
export interface Condition<Argument extends string = string> {
  readonly when: When<Argument>;
  /** Scopes needed besides the endpoint's own requirement. */
  readonly needs?: readonly [Scope, ...Scope[]];
  readonly effect?: Effect;
  readonly cost?: Cost;
  /** What such a call takes away, in words that follow its name: "takes the firewall off its Droplets". */
  readonly loses?: string;
}
