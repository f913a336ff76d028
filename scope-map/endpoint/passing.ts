// Refusals that pass by themselves, and limits of single endpoints.

/** A refusal that passes by itself and is safe to wait for. */
export interface Passing {
  readonly status: 403 | 404 | 409 | 412 | 422;
  /** Lower-case words that the message contains; absent: any message. */
  readonly says?: string;
  /** How long waiting makes sense, in seconds. */
  readonly within: number;
}

/** Limits narrower than the token's own quota. */
export type SpecialLimit = 'ssh_key_lists' | 'cdn';
