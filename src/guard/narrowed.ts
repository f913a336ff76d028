// What a request asks to be held to beside its caller's rights.

/** What a request is narrowed to. */
export interface Narrowed {
  /** Current names of tools; null: all. */
  readonly tools: ReadonlySet<string> | null;
  /** Only what reads. */
  readonly readOnly: boolean;
}
