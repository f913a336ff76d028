// What of a reply is secret.
import type { FieldPath } from './field-path.ts';

/** What a reply gives away. Paths are relative to the resource, without DigitalOcean's envelope. */
export interface Disclosure {
  readonly kind: 'credential' | 'shell';
  readonly fields: readonly [FieldPath, ...FieldPath[]];
  /** The call has no other product: it is hidden unless secrets are allowed. */
  readonly only?: true;
}
