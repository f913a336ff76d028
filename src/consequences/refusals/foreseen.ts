// What DigitalOcean would answer to a call, as far as it can be known before it is sent.

/** What is known of the answer. */
export interface Foreseen {
  readonly outcome: /** It is refused, that is certain. */
    | 'would_be_refused'
    /** Nothing that is known stands against it. */
    | 'would_go'
    | 'not_known';
  /** Why it is refused, or what is not known; each without a full stop. */
  readonly because: readonly string[];
}

/** What one look has told: reasons to refuse, and what stays unknown. */
export interface Told {
  readonly refuses: readonly string[];
  readonly unknown: readonly string[];
}

/** Nothing stands against the call. */
export const nothingAgainst: Told = { refuses: [], unknown: [] };

/** Many looks together: one reason is enough to refuse, and one unknown too much to promise. */
export const foreseenFrom = (told: readonly Told[]): Foreseen => {
  const refuses = [...new Set(told.flatMap((one) => one.refuses))];
  if (refuses.length > 0) return { outcome: 'would_be_refused', because: refuses };
  const unknown = [...new Set(told.flatMap((one) => one.unknown))];
  return unknown.length > 0
    ? { outcome: 'not_known', because: unknown }
    : { outcome: 'would_go', because: [] };
};
