// What the guard asks a policy: what is hidden whatever the arguments, and what holds of one call.
import type { Cost, Effect } from '../../scope-map/endpoint.ts';
import type { Outline } from '../../tools/tool/outline.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';

/** What a policy says of one call. */
export interface Ruling {
  readonly answer: 'allow' | 'ask' | 'deny';
  /** The place in the policy that decided, such as `agents.0.rules.2`; `no rule` where its defaults did. */
  readonly rule: string;
  /** Why, in words that follow "because". */
  readonly reason: string;
  /** The policy only watches: what it says is recorded and changes nothing. */
  readonly observed?: true;
}

/** A call as a policy looks at it. */
export interface RuledCall {
  readonly tool: Tool;
  readonly given: Arguments;
  readonly effect: Effect;
  readonly cost: Cost;
  readonly discloses: boolean;
  /** What reads told of the things it works on; absent: nothing was read. */
  readonly found?: Found | undefined;
}

/** What reads told: by the key of a thing, what it is; a thing that is not among it could not be read. */
export interface Found {
  readonly things: ReadonlyMap<string, unknown>;
  /** Lists that were read, by their keys; one that is not among them could not be read. */
  readonly lists?: ReadonlyMap<string, FoundList>;
  /** Whoever carries the call out shows only those items of a list that `shows` lets through. */
  readonly filters: boolean;
}

/** The items of a list, as far as they were read. */
export interface FoundList {
  readonly items: readonly unknown[];
  readonly isWhole: boolean;
}

/** A thing that has to be read before a policy can be asked about a call. */
export interface ToRead {
  readonly key: string;
  readonly operation: string;
  readonly given: Arguments;
  /** It is a list, of which all items are wanted. */
  readonly isList?: true;
}

/** The policy of one caller as it stands. */
export interface PolicyInForce {
  /** Why no call of a tool can be let through, in words that follow "because"; undefined where one might be. */
  hides(outline: Outline): string | undefined;
  /**
   * Why a tool of our own may not be called, in words that follow "because"; undefined when it may.
   * @param given its arguments; undefined: whatever they are.
   */
  refusesOwn(tool: string, given: Arguments | undefined): string | undefined;
  rule(call: RuledCall): Ruling;
  /** What has to be read first; empty for most calls. */
  toRead(call: RuledCall): readonly ToRead[];
  /** Which items of a list the caller was given; undefined: all. */
  shows(call: RuledCall): ((item: unknown) => boolean) | undefined;
}

/** Counts the calls of one agent. */
export interface Pace {
  /** Counts a call; undefined when it may be made, or the seconds after which one may be. */
  take(): Promise<number | undefined>;
}
