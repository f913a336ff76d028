// What a token may do, as the page shows it: by resource, with what is missing and what nothing needs.

/** One right. */
export interface HeldScope {
  readonly scope: string;
  readonly action: string;
  /** `held` by its own name, `covered` by an account-wide scope, or `missing`. */
  readonly state: 'held' | 'covered' | 'missing';
  /** How many tools that this server would serve need it, or would with another token. */
  readonly tools: number;
}

/** The rights of one kind of resource. */
export interface HeldGroup {
  readonly resource: string;
  readonly scopes: readonly HeldScope[];
}

/** A token. */
export interface TokenView {
  readonly holder: string;
  readonly hint: string;
  readonly kind: 'known' | 'unknown' | 'invalid';
  /** Why nothing is known, or nothing granted; null where all is well. */
  readonly reason: string | null;
  /** What it grants, in a few words. */
  readonly grant: string;
  /** Who told the scopes. */
  readonly source: 'digitalocean' | 'declared' | null;
  /** Milliseconds since the epoch; null when it does not expire or nobody said. */
  readonly expiresAt: number | null;
  /** The time of this answer, by the server's clock. */
  readonly now: number;
  readonly groups: readonly HeldGroup[];
  /** Held, and nothing that this server serves needs it. */
  readonly unused: readonly string[];
  /** Held, and no scope that this program knows. */
  readonly unknownScopes: readonly string[];
  /** How many tools of this server the token may use, of how many that it would serve. */
  readonly usable: number;
  readonly served: number;
}

/** Another token's scopes beside this one's. */
export interface ScopeComparison {
  readonly both: readonly string[];
  readonly onlyThis: readonly string[];
  readonly onlyOther: readonly string[];
  /** What was given and is no scope that this program knows. */
  readonly unknown: readonly string[];
  /** Tools that one of the two could use and the other could not. */
  readonly toolsOnlyThis: readonly string[];
  readonly toolsOnlyOther: readonly string[];
}
