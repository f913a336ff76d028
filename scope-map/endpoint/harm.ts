// What a destroying call takes with it: which reads tell what it works on, and what hangs on that.

import type { OperationId } from '../operation-id.ts';
import type { Scope } from '../scopes.ts';
import type { Charge } from './bill.ts';
import type { When } from './condition.ts';
import type { FieldPath } from './field-path.ts';

/** Where a value of a look ahead comes from; a list stands for each of its elements. */
export type Known =
  /** An argument of the call; one that is `optional` is left out of the read where the call has none. */
  | { readonly argument: string; readonly optional?: true }
  /** A field of the thing that the call works on. */
  | { readonly thing: FieldPath }
  /** A field of what is gone over one by one. */
  | { readonly each: FieldPath }
  /** What stands in another read. */
  | { readonly seen: Look; readonly at: FieldPath }
  | { readonly value: string | number | boolean };

/** A read ahead of a call. */
export interface Look {
  readonly operation: OperationId;
  /** Its arguments, of the path and of the query. */
  readonly given: Readonly<Record<string, Known>>;
}

/**
 * A place in a resource as its read shows it, without DigitalOcean's envelope; an empty text is the whole of it. Or the
 * field `take` of those elements of the list `of` that have these values.
 */
export type At =
  | FieldPath
  | {
      readonly of: FieldPath;
      readonly where: Values;
      readonly take: FieldPath;
    };

/** Something about a thing that tells people which one it is. */
export interface Detail {
  readonly at: At;
  /** `age` of a moment, a number of `GiB`, `MiB` or `bytes`, how many elements (`count`); by default a text. */
  readonly as?: 'age' | 'GiB' | 'MiB' | 'bytes' | 'count';
  /** Words around it, at `{}`: "in {}"; of a count its noun: "node". */
  readonly says?: string;
}

/** What costs by a price of a day, without further reads. */
export type ByDate = Omit<Extract<Charge, { kind: 'dated' }>, 'about' | 'instead'>;

/** What one of something costs a month, in US dollars. */
export type MonthlyCost =
  | { readonly at: At }
  /** Cents. */
  | { readonly cents: At }
  /** By a price of a day; never told where there is none. */
  | { readonly dated: ByDate }
  /** As a list of prices tells: the element of `prices` whose `by` is what stands at `of`, and so many times. */
  | {
      readonly prices: Look;
      readonly by: FieldPath;
      readonly of: At;
      readonly at: FieldPath;
      readonly times?: At;
    };

/** What the call works on. */
export interface Thing {
  readonly look: Look;
  /** There may be several. */
  readonly several?: true;
  /** Where it stands in what is read; the resource itself, or each item of a list, by default. */
  readonly at?: FieldPath;
  /** Which of those it is; one of these is enough. Without, all of them. */
  readonly belongs?: readonly Belonging[];
  /** What people call it; `name` by default. */
  readonly named?: At;
  readonly details?: readonly Detail[];
  readonly costs?: MonthlyCost;
}

/** Values that an element has at its own fields; null where there is none. */
export type Values = Readonly<Record<string, string | number | boolean | null>>;

/** An element belongs to the thing when a value at `at` is one of these, without regard to case. */
export interface Belonging {
  readonly at: At;
  readonly is: Known;
  /** Or a name below one of them: `www.example.com` of `example.com`. */
  readonly orBelow?: true;
}

/** What becomes of what hangs on the thing. */
export type Fate = 'destroyed' | 'stays' | 'loses' | 'keeps_costing';

/** What is said where some elements have these values: "MX records among them". */
export interface Tally {
  readonly where: Values;
  /** Words that follow how many they are. */
  readonly says: string;
}

/** A kind of things that hang on what is destroyed. */
export interface Hanging {
  /** The noun, in the singular: "volume snapshot". */
  readonly kind: string;
  /** What stays unknown where it cannot be read: "which snapshots it has". */
  readonly asks: string;
  readonly fate: Fate;
  /** Only told of calls of which this is, or all of these are, true. */
  readonly when?: When | readonly When[];
  /** Where they are told; without: in the thing itself, or, with `argument`, in the call. */
  readonly look?: Look;
  /** The argument, or the dotted place below one, that holds them. */
  readonly argument?: string;
  /** Things whose reads are made one by one (`each` in `look`): at most so many of them, the rest is said. */
  readonly over?: { readonly look: Look; readonly most: number; readonly noun: string };
  /** Where they stand in what is read; the resource itself, or each item of a list, by default. */
  readonly at?: FieldPath;
  /** Only those with these values. */
  readonly where?: Values;
  /** Which of them; one of these is enough. Without, all. */
  readonly belongs?: readonly Belonging[];
  /** Those are not among them; one of several ways is enough. */
  readonly unless?: Belonging | readonly Belonging[];
  /** Those have this fate instead. */
  readonly chosen?: Belonging & { readonly fate: Fate };
  /** What people call one; `name` by default. Of several places, all together. */
  readonly named?: At | readonly At[];
  /** Another read that knows names: that of its items whose `by` is what `named` gives is called by its `named`. */
  readonly called?: { readonly look: Look; readonly by: FieldPath; readonly named: At };
  /** They are only counted: where the number stands. */
  readonly counted?: FieldPath;
  readonly costs?: MonthlyCost;
  readonly tallies?: readonly Tally[];
  /** What else is to be known of them, without a full stop. */
  readonly note?: string;
  /** Scopes without which the reply leaves some or all of them out. */
  readonly hidden?: readonly [Scope, ...Scope[]];
}

/** What a destroying call harms. */
export interface Harm {
  /** What it works on, in the singular: "Droplet". */
  readonly kind: string;
  /** What it does to it, in words that the thing follows; "Destroys" by default, which counts the thing as destroyed. */
  readonly does?: string;
  /** The argument that holds its id; by default the first that names something. */
  readonly known?: string;
  /** The argument that is itself what people call it: a domain's name, a tag. */
  readonly name?: string;
  readonly thing?: Thing;
  /** Whether stored data is gone for good: always, or where one of these is true of the call. */
  readonly losesData?: true | readonly [When, ...When[]];
  /** What hangs on it is all that the call takes away: where nothing of it is there, nothing is lost. */
  readonly tellsAll?: true;
  /** What no read tells, in words that follow what is done: "its disk is overwritten". */
  readonly also?: string;
  readonly hangs: readonly Hanging[];
}

/** Nothing that a read could tell hangs on what the call takes away, and why. */
export interface Harmless extends Omit<Harm, 'hangs'> {
  readonly nothingHangs: string;
}

/** By operation id. */
export type Harms = Readonly<Record<string, Harm | Harmless>>;
