// How a change is put back: what is read before it is made, and which calls restore that.
import type { OperationId } from '../operation-id.ts';
import type { When } from './condition.ts';
import type { FieldPath } from './field-path.ts';

/**
 * Where a value of a read or of an inverse call comes from. What was read before the call is its former state: the
 * resource, or of a list `{ items }`. Inside a call that is made for each of several elements, places of the former
 * state are places of the element.
 */
export type From =
  /** An argument of the call that is put back. */
  | { readonly argument: string }
  /** Of an argument that is a list: the elements that stood at a place of the former state. */
  | { readonly argument: string; readonly among: FieldPath }
  /** Of an argument that is a list: the elements that did not stand there. */
  | { readonly argument: string; readonly lacking: FieldPath }
  /** A place of the former state; a host name where one of these values stands, taken only with a dot at its end. */
  | {
      readonly former: FieldPath;
      readonly isHost?: { readonly at: FieldPath; readonly is: readonly string[] };
    }
  /** A place of DigitalOcean's reply to the call. */
  | { readonly reply: FieldPath }
  /**
   * Of the list at a place of the former state: what stands at `take` in its elements, or an object of the fields `as`
   * for each; only of those that have, or lack, what an argument says among the values at a place.
   */
  | {
      readonly collect: FieldPath;
      readonly take?: FieldPath;
      readonly as?: Readonly<Record<string, From>>;
      readonly has?: Among;
      readonly lacks?: Among;
    }
  | { readonly value: string | number | boolean | readonly string[] };

/** The values at a place of an element, and the argument that may be one of them. */
export interface Among {
  readonly at: FieldPath;
  readonly argument: string;
}

/** A read of one resource, of a list, or of the one element of a list that has these values. */
export interface StateLook {
  readonly operation: OperationId;
  readonly given: Readonly<Record<string, From>>;
  /** Place of an element → what stands there. */
  readonly where?: Readonly<Record<FieldPath, From>>;
}

/** The state that a call changes. */
export type State =
  | StateLook
  /** `{ items: [{ of, is }] }`: for each element of an argument what a read by the element's kind shows. */
  | {
      readonly every: string;
      readonly most: number;
      /** Where an element says of which kind it is, and its id, which the reads take as `it`. */
      readonly kind: FieldPath;
      readonly id: FieldPath;
      readonly looks: Readonly<Record<string, StateLook>>;
    }
  /** Several reads, each under its name. */
  | { readonly several: Readonly<Record<string, StateLook>> }
  /** `{ items: [{ of, is }] }`: for each element of a list what another read shows, whose `it` is the element's id. */
  | {
      readonly over: StateLook;
      readonly most: number;
      readonly id: FieldPath;
      readonly look: StateLook;
    };

/** A call that puts something back. */
export interface InverseCall {
  readonly operation: OperationId;
  readonly given: Readonly<Record<string, From>>;
  /** One call for each element of the list at a place of the former state, or of the reply. */
  readonly each?: { readonly former: FieldPath } | { readonly reply: FieldPath };
  /** Only for elements without one of these values. */
  readonly unless?: Readonly<Record<FieldPath, readonly (string | number | boolean)[]>>;
}

/** What holds of a call or of the former state for a way to be taken. */
interface Holding {
  readonly when?: When | readonly When[];
  /** Of the former state: whether something stands at a place, or one of these values. */
  readonly stood?: {
    readonly at: FieldPath;
    readonly filled?: boolean;
    readonly is?: readonly (string | number | boolean)[];
  };
}

/** A way back, or why there is none. Reasons and differences are words without a full stop. */
export type Way = Holding &
  (
    | {
        readonly calls: readonly [InverseCall, ...InverseCall[]];
        /** What is not as before when that is done: "it gets another id". */
        readonly differs?: string;
      }
    | { readonly cannot: string }
  );

/** How one operation is put back. */
export interface Undo {
  /** Read before the call, after it, and before it is put back. */
  readonly state?: State;
  /** What the call makes, read after it; its places are watched instead. */
  readonly made?: StateLook;
  /** What is compared, to tell whether somebody has changed it since; by default what the ways take from the state. */
  readonly watches?: readonly [FieldPath, ...FieldPath[]];
  /** The first that holds is taken. */
  readonly ways: readonly [Way, ...Way[]];
}

/** Why an operation cannot be put back, in words without a full stop. */
export interface NoUndo {
  readonly cannot: string;
}

/** By operation id. */
export type Undos = Readonly<Record<string, Undo | NoUndo>>;
