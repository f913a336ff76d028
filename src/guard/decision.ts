// What is decided about one call, once, before anything is sent; it travels with the call to its end.
import type { Cost, Disclosure, Effect } from '../../scope-map/endpoint.ts';
import type { Ruling } from './policy.ts';
import type { Verdict } from './verdict.ts';

/** A thing that a call works on, as its arguments name it. */
export interface Target {
  /** The argument that names it, such as `droplet_id`. */
  readonly argument: string;
  readonly value: string | number;
}

/** What a call may do and would do. */
export interface Decision {
  readonly verdict: Verdict;
  /** What the call does to the account, its arguments considered. */
  readonly effect: Effect;
  /** What it does to the bill. */
  readonly cost: Cost;
  /** What its answer would give away unredacted. */
  readonly discloses: 'nothing' | Disclosure['kind'];
  /** What of its answer goes to files of the person and not to the model; absent: nothing. */
  readonly keeps?: Disclosure['kind'];
  /** What the owner's policy says of it; absent: there is none for this caller. */
  readonly policy?: Ruling;
  readonly targets: readonly Target[];
  /** What it destroys and discloses, in sentences without a full stop; empty when nobody needs to think twice. */
  readonly why: readonly string[];
}
