// What a call that a person tries in the console was answered.

/** The answer. */
export interface Tried {
  readonly ok: boolean;
  /** Exactly what a model would be given. */
  readonly text: string;
  /** Whether only what it would do was told. */
  readonly dryRun: boolean;
  /** How long it took, in milliseconds. */
  readonly took: number;
  /** Tokens of a common tokenizer, estimated. */
  readonly tokens: number;
  /** The question that waits for a person's answer; null where none does. */
  readonly question: string | null;
}
