// How work that a call starts comes to its end.
import type { Demand } from './demand.ts';
import type { FieldPath } from './field-path.ts';
import type { FollowUp } from './follow-up.ts';

/** A read after the end of some work. */
export interface Afterwards extends FollowUp {
  /** The work only counts as done once this read shows all of these; read again until it does. */
  readonly until?: readonly [Demand, ...Demand[]];
  /** Seconds after which the read is taken as it is, with what is missing said. */
  readonly within?: number;
  /** The answer stays as it was: the read is only there for `until`. */
  readonly shown?: false;
}

/** How the work that a call starts (or the resource that it reads) comes to its end. */
export interface LifeCycle {
  /** The read that tells the state; a read that watches itself names itself. */
  readonly poll: FollowUp;
  /** Where the polled reply body, envelope included, tells the state. Absent where only 404 tells the end. */
  readonly state?: FieldPath;
  /** States in which the work has ended well, compared without regard to case; `*` is any value at all. */
  readonly done: readonly string[];
  /** States in which it has failed. */
  readonly failed: readonly string[];
  /** What a 404 of the poll means: `done` for deletions, `wait` right after creation; otherwise an error. */
  readonly missing?: 'done' | 'wait';
  /** Where the polled reply says why, for people. */
  readonly message?: FieldPath;
  /** Every list element under this path must be in a done state too (`node_pool.nodes` / `status.state`). */
  readonly all?: {
    readonly list: FieldPath;
    readonly state: FieldPath;
    readonly count?: FieldPath;
  };
  /** Where the reply counts what went wrong: above zero the work has failed, whatever the state says. */
  readonly failures?: FieldPath;
  /** While there is something here, a done state does not count yet. */
  readonly pending?: FieldPath;
  /** What the polled reply must show besides a done state. */
  readonly until?: readonly [Demand, ...Demand[]];
  /** Seconds for which a done state may still be the one from before the change. */
  readonly settles?: number;
  /** Read again once done, so that the answer shows the finished resource. */
  readonly afterwards?: Afterwards;
  /** How long it usually takes, in seconds; sets the rhythm of polling. */
  readonly usually: number;
  /** The noun in sentences for people: "Droplet", "action". */
  readonly what: string;
}
