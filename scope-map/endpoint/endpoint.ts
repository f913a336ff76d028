// One endpoint of DigitalOcean's API, complete: what its area says about it and the facts of the document.
import type { Area } from '../areas.ts';
import type { FullSchemaName } from '../full-schemas.ts';
import type { OperationId } from '../operation-index.ts';
import type { Behaviour } from './behaviour.ts';
import type { Condition, Requirement } from './condition.ts';
import type { Disclosure } from './disclosure.ts';
import type { Cost, Effect, Method } from './effect.ts';
import type { OperationFacts } from './facts.ts';
import type { FieldPath } from './field-path.ts';
import type { LifeCycle } from './life-cycle.ts';
import type { Passing, SpecialLimit } from './passing.ts';
import type { Reply, View } from './reply.ts';
import type { Rule } from './rule.ts';
import type { Words } from './words.ts';

/** One endpoint of DigitalOcean's API: everything the server knows about it. */
export interface Endpoint {
  /** Operation id in DigitalOcean's document. */
  readonly id: OperationId;
  readonly area: Area;
  readonly method: Method;
  readonly path: string;
  /** Chosen tool name where the operation id in snake_case is longer than 44 characters. */
  readonly name?: string;
  /** Former tool names that still work. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** One sentence of our own: what the call does and what a caller must know before using it. */
  readonly description: string;
  readonly requires: Requirement;
  readonly conditions?: readonly Condition[];
  readonly rules?: readonly Rule[];
  readonly effect: Effect;
  readonly cost?: Cost;
  readonly discloses?: Disclosure;
  readonly reply: Reply;
  readonly view?: View;
  readonly watch?: LifeCycle;
  readonly passing?: readonly Passing[];
  readonly limit?: SpecialLimit;
  /**
   * Whether the call may be repeated when its answer was lost. Default by method: GET, PUT, PATCH and DELETE
   * yes, POST no. Deleting by tag or name says `false`: the set may have changed in between.
   */
  readonly repeatable?: boolean;
  /** Fixed headers, for example `X-Dangerous`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Arguments that may hold secrets, by dotted path: never written to a log or record. */
  readonly confidential?: readonly [FieldPath, ...FieldPath[]];
  /** Arguments whose tool schema is one loose object, with the name of the full schema that they must satisfy. */
  readonly inFull?: Readonly<Record<string, FullSchemaName>>;
  /** Body fields that only repeat what the path says already: no arguments, and not sent. */
  readonly repeats?: readonly [string, ...string[]];
  /** How a simulation without code of its own for this endpoint behaves; absent: it says that it cannot. */
  readonly simulate?: Behaviour;
  /** Descriptions of arguments of this endpoint alone, by dotted argument path. */
  readonly says?: Words;
  /** What the arguments of its area mean. */
  readonly words: Words;
  /** What DigitalOcean's document says about its inputs, corrected. */
  readonly facts: OperationFacts;
}
