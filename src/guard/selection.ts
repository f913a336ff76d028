// What the owner of the server chose to offer, before any token is asked.
import type { Area } from '../../scope-map/areas.ts';
import type { Narrowed } from './narrowed.ts';
import type { Pace, PolicyInForce } from './policy.ts';
import type { Spending } from './spending.ts';

/** The owner's choices; the guard's first four rules read nothing else. */
export interface Selection {
  /** Areas whose tools are offered. */
  readonly areas: ReadonlySet<Area>;
  /** Whether the owner named areas at all. */
  readonly areasNamed: boolean;
  /** Areas that were named by themselves, not by a preset: all their tools are listed. */
  readonly named: ReadonlySet<Area>;
  /** Tools offered although their area is not. */
  readonly added: ReadonlySet<string>;
  /** Tools never offered; this always wins. */
  readonly leftOut: ReadonlySet<string>;
  readonly readOnly: boolean;
  readonly allowSecrets: boolean;
  /** Credentials are written to files for the person, and not shown to the model. */
  readonly keepSecrets?: boolean;
  /** What the owner's policy says of this caller; absent: nothing, and nothing is asked. */
  readonly policy?: PolicyInForce;
  /** How fast this caller may call; absent: as it wants. */
  readonly pace?: Pace;
  /** What this caller may spend; absent: nothing is counted. */
  readonly budget?: Spending;
  /** What this request asks to be held to; absent: to nothing more. */
  readonly narrowed?: Narrowed;
}

/** What an agent may have of what the owner offers; whatever is absent stays as the owner chose. */
export interface Restriction {
  readonly areas?: ReadonlySet<Area>;
  readonly leftOut?: ReadonlySet<string>;
  readonly readOnly?: boolean;
  readonly policy?: PolicyInForce;
  readonly pace?: Pace;
  readonly budget?: Spending;
}

/** The owner's selection made narrower, never wider. */
export const restrict = (selection: Selection, restriction: Restriction): Selection => {
  const {
    areas,
    leftOut,
    readOnly,
    policy = selection.policy,
    pace = selection.pace,
    budget = selection.budget,
  } = restriction;
  const left = areas && new Set([...selection.areas].filter((area) => areas.has(area)));
  return {
    areas: left ?? selection.areas,
    areasNamed: selection.areasNamed || areas !== undefined,
    named: left ?? selection.named,
    // A tool added by the owner belongs to an area the agent may not have: it goes with the area.
    added: areas ? new Set() : selection.added,
    leftOut: leftOut ? new Set([...selection.leftOut, ...leftOut]) : selection.leftOut,
    readOnly: selection.readOnly || readOnly === true,
    allowSecrets: selection.allowSecrets,
    ...(selection.keepSecrets && { keepSecrets: true }),
    ...(policy && { policy }),
    ...(pace && { pace }),
    ...(budget && { budget }),
    ...(selection.narrowed && { narrowed: selection.narrowed }),
  };
};
