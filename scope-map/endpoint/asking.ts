// How people ask for what an operation does: kept beside its entry, and read only when tools are looked for.

/** What the search knows of an operation besides its entry. */
export interface Asking {
  /** Requests as people phrase them who do not know DigitalOcean's words. */
  readonly asked: readonly string[];
  /** How common the job is: 2 is everyday, 0 rare, or the second road to the same thing. Left out: usual. */
  readonly common?: 0 | 2;
}

/** By operation id. */
export type Askings = Readonly<Record<string, Asking>>;
