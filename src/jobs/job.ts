// What a job is: something people have a model do again and again, with the order in which it is done well.
import type { OperationId } from '../../scope-map/operation-id.ts';
import type { ValueKind } from './values.ts';

/** What a person fills in before a job begins. */
export interface JobArgument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** What it may be, where the account tells. */
  readonly completes?: ValueKind;
}

/** One step of a job. */
export interface Step {
  /** What to do, naming tools as they are called; `{argument}` stands for what was filled in. */
  readonly says: string;
  /** The tools that it names. The step is left out where one of them may not be used; absent: it needs no tool. */
  readonly uses?: readonly OperationId[];
}

/** A job. */
export interface Job {
  readonly name: string;
  readonly title: string;
  /** One sentence: what comes out of it. */
  readonly description: string;
  readonly arguments: readonly JobArgument[];
  /** Without these there is no doing it: then it is not offered. */
  readonly needs: readonly OperationId[];
  /** Doing the steps in another order does harm; such a job is a skill, too. */
  readonly isOrdered: boolean;
  readonly steps: readonly Step[];
  /** What the answer to the person must hold. */
  readonly ends: string;
}
