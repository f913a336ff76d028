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
  /** The call has no other product: it is hidden unless secrets may be seen, or are written to files. */
  readonly only?: true;
  /** How a person gets it who does not find it in the control panel, in words after "the user". */
  readonly elsewhere?: string;
  /** How it is used where it is written to files. */
  readonly kept?: KeptForm;
}

/** The form in which a credential is of use as a file, and how: programs read it, nobody else has to. */
export interface KeptForm {
  /** The whole reply is one file that ends so; absent: each value is a file of its own. */
  readonly file?: string;
  /** The file bears exactly that name, in a folder of its own: programs look for it there. */
  readonly inFolder?: true;
  /** What to do with it, after "use"; `<file>` and `<folder>` stand for where it is. */
  readonly use: string;
}
