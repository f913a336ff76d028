// What a check is: one thing that is looked at, what can be found there, and how.
import type { Finding, Meanings } from './finding.ts';
import type { Situation } from './situation.ts';

/** One check. */
export interface Check {
  /** The first part of the ids of its findings. */
  readonly name: string;
  /** What stands over its findings. */
  readonly title: string;
  readonly meanings: Meanings;
  /** Changes nothing; resolves within some seconds whatever is wrong. */
  readonly look: (situation: Situation) => Promise<readonly Finding[]>;
}
