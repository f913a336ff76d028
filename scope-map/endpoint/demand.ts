// What must be so besides a state, before work counts as done.
import type { When } from './condition.ts';
import type { FieldPath } from './field-path.ts';

/** Something that a reply must show: a Droplet's address, its power after it was switched off. */
export interface Demand {
  /** Asked only of calls of which this is true. */
  readonly when?: When;
  /** Not asked of calls of which this is true. */
  readonly unless?: When;
  /** Where it stands in the reply, envelope included; of several values one is enough. */
  readonly field: FieldPath;
  /** The values it may have; without them, any that says something. */
  readonly is?: readonly [string | number | boolean, ...(string | number | boolean)[]];
  /** What is still missing while it is not so: "it has no address yet". */
  readonly missing: string;
  /** What helps when it does not come: "power_off cuts its power". */
  readonly helps?: string;
}
