// What of a reply is secret.
import type { When } from './condition.ts';
import type { FieldPath } from './field-path.ts';

/** What a reply gives away. Paths are relative to the resource, without DigitalOcean's envelope. */
export interface Disclosure {
  readonly kind: 'credential' | 'shell';
  /** What is secret wherever it stands. */
  readonly fields: readonly [FieldPath, ...FieldPath[]];
  /**
   * Lists of settings, each a name (`key`) with a `value`, that are plain unless the setting's type, its name or the
   * look of its value says otherwise.
   */
  readonly settings?: readonly [FieldPath, ...FieldPath[]];
  /** Calls of which this is true give nothing away. */
  readonly unless?: When;
  /** The call has no other product: it is hidden unless secrets are allowed. */
  readonly only?: true;
}
