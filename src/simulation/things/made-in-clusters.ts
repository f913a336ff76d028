// What was made from inside a cluster: it carries the cluster's own tag, or sends requests to what carries it.
import type { Scope } from '../../../scope-map/scopes.ts';

/** One thing that outlives the cluster that it was made in. */
export interface MadeInside {
  readonly id: string;
  readonly name: string;
  readonly remove: (at: number) => void;
}

/** A kind of thing that clusters make. */
export interface MadeKind {
  /** What seeing them needs. */
  readonly reads: Scope;
  readonly of: (clusterTag: string) => readonly MadeInside[];
}

/** The kinds, by their field in the list of associated resources; each area adds its own. */
export class MadeKinds extends Map<string, MadeKind> {}
