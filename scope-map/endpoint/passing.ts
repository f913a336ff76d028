// Refusals that pass by themselves, and limits of single endpoints.

/** Statuses of refusals that may pass; 429 and 5xx are waited for anyway. */
export type PassingStatus = 403 | 404 | 409 | 412 | 422;

/** A refusal that passes by itself and is safe to wait for: it says that nothing was done. */
export interface Passing {
  readonly status: PassingStatus | readonly PassingStatus[];
  /** Lower-case words that the message contains; absent: any message. */
  readonly says?: string;
  /** DigitalOcean's own word for it, `id` or `code` of the reply; absent: any. */
  readonly code?: string;
  /** How long waiting makes sense, in seconds. */
  readonly within: number;
}

/** Limits narrower than the token's own quota. */
export type SpecialLimit = 'ssh_key_lists' | 'cdn';
