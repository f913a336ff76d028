// What the inventory knows of a kind of things that cost.
import type { Charge } from '../../scope-map/endpoint/bill.ts';
import type { When } from '../../scope-map/endpoint/condition.ts';
import type { FieldPath } from '../../scope-map/endpoint/field-path.ts';
import type { OperationId } from '../../scope-map/operation-id.ts';

/** A thing as its list tells it. */
export type Thing = Readonly<Record<string, unknown>>;

/** A kind of things that cost. */
export interface Kind {
  /** The noun, in the singular. */
  readonly noun: string;
  /** The read that lists them. */
  readonly list: OperationId;
  /** Arguments of that read. */
  readonly given?: Thing;
  /** Lists are read once for each thing of this other kind's list, whose `id` goes where this argument says. */
  readonly each?: { readonly list: OperationId; readonly argument: string; readonly only?: When };
  /** Where things tell who they are; `name`, `id`, `created_at` and `region` by default. Null: they do not. */
  readonly at?: {
    readonly name?: FieldPath;
    readonly id?: FieldPath;
    readonly created?: FieldPath | null;
    readonly tags?: FieldPath;
    readonly region?: FieldPath | null;
  };
  /** What else of a thing is looked at. */
  readonly fields: readonly string[];
  /** Only those of which this is true cost. */
  readonly only?: When;
  /** So many of them are free: the first ones. */
  readonly free?: number;
  /** How DigitalOcean's names of things begin for this kind, as projects list them. */
  readonly urn?: string;
  /** Another list that tells more, and how a thing looks with it; undefined where it could not be read. */
  readonly beside?: {
    readonly list: OperationId;
    readonly joined: (thing: Thing, others: readonly Thing[] | undefined) => Thing;
  };
  /** What a thing costs; places are its own. */
  readonly charges: readonly [Charge, ...Charge[]];
  /** What is easily overlooked, where this is true. */
  readonly notes?: readonly { readonly when: When; readonly says: string }[];
}
