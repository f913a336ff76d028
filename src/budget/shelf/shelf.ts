// Where a ledger is kept: one text, of which each version replaces the one before it, and no other.

/** A text as it stands. */
export interface Kept {
  readonly version: string;
  readonly text: string;
}

/** Keeps one text for as many as share it. */
export interface Shelf {
  /** As it stands now; null where there is none. @throws when it cannot be read. */
  read(): Promise<Kept | null>;
  /**
   * Puts a text in the place of a version; null: where there is none.
   * @returns the version it has now, or how it stands where another has come first.
   * @throws when it is not known whether it was put there.
   */
  replace(
    version: string | null,
    text: string,
  ): Promise<{ readonly done: string } | { readonly now: Kept | null }>;
}
