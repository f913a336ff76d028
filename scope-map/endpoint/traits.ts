// What an area tells about an endpoint: everything that the document's facts do not.
import type { Behaviour } from './behaviour.ts';
import type { Condition, When } from './condition.ts';
import type { Disclosure } from './disclosure.ts';
import type { Cost } from './effect.ts';
import type { FullSchema } from './full-schema.ts';
import type { Keep } from './keep.ts';
import type { LifeCycle } from './life-cycle.ts';
import type { Passing, SpecialLimit } from './passing.ts';
import type { Reply, View } from './reply.ts';
import type { Rule } from './rule.ts';

/** Something that the answer of a successful call must say, because the reply does not. */
export interface Note<Place extends string = string> {
  readonly when: When<Place>;
  /** A sentence. */
  readonly says: string;
}

/** What to change about a call that DigitalOcean refused: better than what its status alone can tell. */
export interface Hint<Place extends string = string> {
  readonly status: number;
  readonly when?: When<Place>;
  /** Not where this argument is a text with one of these endings already. */
  readonly unless?: { readonly argument: Place; readonly endsIn: readonly string[] };
  /** A sentence. */
  readonly next: string;
}

/** The traits of an endpoint. `Place` is what it takes: an argument's name, or a dotted path below one. */
export interface Traits<Place extends string = string> {
  /** Chosen tool name where the operation id in snake_case is longer than 44 characters. */
  readonly name?: string;
  /** DigitalOcean has given it up: what to use instead, in words. Served only where it is named. */
  readonly deprecated?: string;
  /** Former tool names that still work. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** One sentence of our own: what the call does and what a caller must know before using it. */
  readonly description: string;
  readonly conditions?: readonly Condition<Place>[];
  readonly rules?: readonly Rule<Place>[];
  readonly cost?: Cost;
  readonly discloses?: Disclosure;
  readonly reply: Reply;
  readonly view?: View;
  readonly watch?: LifeCycle;
  /** What the call can keep before it destroys. */
  readonly keep?: Keep;
  readonly passing?: readonly Passing[];
  readonly limit?: SpecialLimit;
  /**
   * Whether the call may be repeated when its answer was lost. Default by method: GET, PUT, PATCH and DELETE
   * yes, POST no. Deleting by tag or name says `false`: the set may have changed in between.
   */
  readonly repeatable?: boolean;
  /** Fixed headers, for example `X-Dangerous`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Arguments that may hold secrets: never written to a log or record. */
  readonly confidential?: readonly [Place, ...Place[]];
  /** Arguments whose tool schema is looser than the full schema that they must satisfy. */
  readonly inFull?: Readonly<Record<string, FullSchema>>;
  /** Body fields that only repeat what the path says already: no arguments, and not sent. */
  readonly repeats?: readonly [string, ...string[]];
  /** Names that are completed with the value of another argument: `www` with `example.com`, `@` becoming the latter. */
  readonly completes?: Readonly<Record<string, string>>;
  readonly notes?: readonly Note<Place>[];
  readonly hints?: readonly Hint<Place>[];
  /** How a simulation without code of its own for this endpoint behaves; absent: it says that it cannot. */
  readonly simulate?: Behaviour;
  /** Descriptions of arguments of this endpoint alone. */
  readonly says?: { readonly [Argument in Place]?: string };
}
