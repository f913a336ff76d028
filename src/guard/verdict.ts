// What the guard answers: a tool in the list is allowed, refused or depends on its arguments; a call is allowed or refused.
import type { Scope } from '../../scope-map/scopes.ts';

/** The rules that may refuse, in the order in which they are asked. */
export type RuleName =
  | 'narrowed'
  | 'left_out'
  | 'area'
  | 'deprecated'
  | 'read_only'
  | 'secrets'
  | 'policy'
  | 'token'
  | 'scopes';

/** Nothing stands against it. */
export interface Allowed {
  readonly answer: 'allowed';
}

/** One rule stands against it. */
export interface Refused {
  readonly answer: 'refused';
  readonly rule: RuleName;
  /** Why, in words that follow "because". */
  readonly reason: string;
  /** What would have to change, in a sentence. */
  readonly remedy: string;
  /** Scopes that the token lacks; empty when that is not the reason. */
  readonly missing: readonly Scope[];
}

/** Some calls of the tool are allowed, others are not; it is listed without what is never allowed. */
export interface Depends {
  readonly answer: 'depends';
  /** The arguments that decide, by dotted name. */
  readonly on: readonly string[];
}

/** The answer to "may this be called so?". */
export type Verdict = Allowed | Refused;

/** The answer to "may this be listed?". */
export type Standing = Allowed | Refused | Depends;

/** Nothing stands against it. */
export const allowed: Allowed = { answer: 'allowed' };
