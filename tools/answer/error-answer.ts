// What a model reads when a call did not succeed: what happened, why, and what to do next.

/** The contract's shape of an error. */
export interface ErrorAnswer {
  readonly error: {
    /** DigitalOcean's HTTP status; null when the error is ours. */
    readonly status: number | null;
    readonly code: string;
    readonly message: string;
    readonly request_id: string | null;
    readonly retry_after_seconds?: number;
    readonly missing_scopes?: readonly string[];
    /** The question that a person answers about this call. */
    readonly approval?: string;
    readonly next: string;
  };
}

/** What an error is made of; the rest is filled in. */
export interface ErrorParts {
  readonly code: string;
  readonly message: string;
  readonly next: string;
  readonly status?: number | null;
  readonly requestId?: string | null;
  readonly retryAfterSeconds?: number | null;
  readonly missingScopes?: readonly string[];
  readonly approval?: string;
}

/** An error in the contract's shape. */
export const errorAnswer = (parts: ErrorParts): ErrorAnswer => ({
  error: {
    status: parts.status ?? null,
    code: parts.code,
    message: parts.message,
    request_id: parts.requestId ?? null,
    ...(parts.retryAfterSeconds != null && { retry_after_seconds: parts.retryAfterSeconds }),
    ...(parts.missingScopes &&
      parts.missingScopes.length > 0 && { missing_scopes: parts.missingScopes }),
    ...(parts.approval !== undefined && { approval: parts.approval }),
    next: parts.next,
  },
});
