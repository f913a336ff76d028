// One endpoint of DigitalOcean's API, complete: what its area tells about it and the facts of the document.
import type { Area } from '../areas.ts';
import type { OperationId } from '../operation-id.ts';
import type { Shelf } from '../shelves.ts';
import type { Requirement } from './condition.ts';
import type { Effect, Method } from './effect.ts';
import type { OperationFacts } from './facts.ts';
import type { Traits } from './traits.ts';
import type { Words } from './words.ts';

/** One endpoint: everything the server knows about it. */
export interface Endpoint extends Traits {
  /** Operation id in DigitalOcean's document. */
  readonly id: OperationId;
  readonly area: Area;
  /** What of its area it is read with. */
  readonly shelf: Shelf;
  readonly method: Method;
  readonly path: string;
  readonly requires: Requirement;
  readonly effect: Effect;
  /** What the arguments of its area mean. */
  readonly words: Words;
  /** What DigitalOcean's document says about its inputs, corrected. */
  readonly facts: OperationFacts;
}
