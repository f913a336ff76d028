// Why DigitalOcean would refuse a call, as far as reads can tell before it is sent.
import type { Scope } from '../scopes.ts';
import type { When } from './condition.ts';
import type { FieldPath } from './field-path.ts';
import type { Reading } from './looking.ts';

type Values = readonly [string | number | boolean, ...(string | number | boolean)[]];

/** What a field must show. Places are those of the call. */
export type Shows =
  /** It has one of these values. */
  | { readonly at: FieldPath; readonly is: Values }
  /** It has a value, and none of these. */
  | { readonly at: FieldPath; readonly isNot: Values }
  /** It says something: not null, not an empty text or list. */
  | { readonly at: FieldPath; readonly filled: true }
  /** It says nothing. */
  | { readonly at: FieldPath; readonly empty: true }
  /** It is what the call says there, or has it among its elements. */
  | { readonly at: FieldPath; readonly has: FieldPath }
  /** It is not what the call says there, and does not have it among its elements. */
  | { readonly at: FieldPath; readonly lacks: FieldPath }
  /** No element of it begins with what the call says there: the beginning of a region stands for all of them. */
  | { readonly at: FieldPath; readonly startsNone: FieldPath }
  /** It is a larger number than the call's, or as large. */
  | { readonly at: FieldPath; readonly reaches: FieldPath }
  /** It is a larger number than the call's. */
  | { readonly at: FieldPath; readonly exceeds: FieldPath }
  /** It is a smaller number than the call's. */
  | { readonly at: FieldPath; readonly below: FieldPath }
  /** It is a list that has no room for what the call adds (the elements of a list there; else one). */
  | { readonly at: FieldPath; readonly most: number; readonly adding?: FieldPath }
  /**
   * It is a number that has no room below the limit for what the call adds: the elements of a list there, the sum of
   * the numbers there, or one.
   */
  | {
      readonly at: FieldPath;
      readonly fills: FieldPath;
      readonly adding?: FieldPath;
      readonly summing?: FieldPath;
    };

/** What a read must show for the call to be refused. */
export type Sign =
  /** There is no such thing. */
  | 'gone'
  /** There is such a thing. */
  | 'there'
  /** The list has no such row. */
  | 'missing'
  /** The list has such a row. */
  | 'found'
  /** A read that checks what it is given has refused it. */
  | 'refused'
  | Shows;

/** One reason to refuse. */
export interface Ground {
  readonly sign: Sign;
  /** Asked only of calls of which this is true. */
  readonly when?: When;
  /** Why, without a full stop; `{name}` stands for what the call says there. */
  readonly says: string;
  /** The call may be refused for it and need not be: it is not known. */
  readonly perhaps?: true;
}

/**
 * Columns of a row, and the places of the call that say the same, or what they must say; of columns joined by `|` one
 * is enough.
 */
export type Columns = Readonly<
  Record<string, FieldPath | { readonly is: string | number | boolean }>
>;

/** A thing that another is compared with. */
export interface Beside {
  readonly read: Reading;
  readonly at: FieldPath;
  /** The row, where a list stands there. */
  readonly where?: Columns;
}

/** A thing of the account or a row of a list, and what of it has DigitalOcean refuse a call. */
export interface Check {
  /** Made only for calls of which this is true. */
  readonly when?: When;
  /** Made for each of the values at this place, which is then called `it`. */
  readonly each?: FieldPath;
  /** Other things that it is compared with: their fields stand below these names among the places of the call. */
  readonly beside?: Readonly<Record<string, Beside>>;
  readonly read: Reading;
  /** The row of a list that it is about. */
  readonly among?: {
    readonly list: FieldPath;
    readonly where: Columns;
    /** Not the row with this: the thing itself, which is to be changed. */
    readonly except?: Columns;
  };
  /** Scopes without which the reply leaves out what is looked for, without a word. */
  readonly hidden?: readonly [Scope, ...Scope[]];
  readonly grounds: readonly [Ground, ...Ground[]];
}

/** What no read tells beforehand. */
export interface Untold {
  readonly when?: When;
  /** Only for a token that lacks one of these. */
  readonly lacking?: readonly [Scope, ...Scope[]];
  /** Known to be well where everything that the call says at these places has this form. */
  readonly unless?: readonly { readonly at: FieldPath; readonly like: RegExp }[];
  /** What is not known, without a full stop: "whether the image can be pulled". */
  readonly untold: string;
}

/** Everything that is known of the refusals of an area's operations, by operation id. What the path names is looked at anyway. */
export type Refusals = Readonly<Record<string, readonly (Check | Untold)[]>>;
