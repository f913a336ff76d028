// What stays and keeps costing when a Droplet goes, unless it is destroyed along with it.
import type { Scope } from '../../../../scope-map/scopes.ts';

/** One thing that would stay. */
export interface Leftover {
  readonly id: string;
  readonly name: string;
  /** US dollars a month if it is kept. */
  readonly monthly: number;
  readonly remove: (at: number) => void;
}

/** A kind of thing that a Droplet leaves behind. */
export interface LeftoverKind {
  /** What seeing them needs. */
  readonly reads: Scope;
  readonly of: (dropletId: number) => readonly Leftover[];
}

/** The kinds, by their field in the list of associated resources; each area adds its own. */
export class LeftoverKinds extends Map<string, LeftoverKind> {}
