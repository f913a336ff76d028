// What a call would cost a month.

/** The price of what a call makes or raises, as far as DigitalOcean tells. */
export interface Price {
  /**
   * US dollars a month of what was priced, at the most that the call allows; of a change what it adds, which may be
   * less than nothing; null where nothing was priced.
   */
  readonly monthlyUsd: number | null;
  /** What bills and was not priced, each without a full stop; empty when the price is whole. */
  readonly notPriced: readonly string[];
  /** How the sum comes about, for people: "2 × s-2vcpu-4gb at $24". */
  readonly of: readonly string[];
}
