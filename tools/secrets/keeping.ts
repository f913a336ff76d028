// Where credentials go that are taken out of an answer, when its owner wants them kept.

/** A credential that was taken out. */
export interface Taken {
  /** The value as it came, or the text that holds it. */
  readonly text: string;
  /** What it belongs to, as the reply calls it; undefined where the call itself says it. */
  readonly subject: string | undefined;
  /** Names of the fields, settings and things that lead to it. */
  readonly place: readonly string[];
}

/** Keeps the credentials of one answer. */
export interface Keeper {
  /** Where a reply of this endpoint is one file as a whole. */
  readonly isWhole: boolean;
  /** @returns what stands in its place in the answer; undefined when it was not kept. */
  keep(taken: Taken): string | undefined;
  /** What was kept beside what the answer shows, what was not, and how it is used; sentences. */
  said(): readonly string[];
}
