// What a call would cost a month.

/** The price of what a call makes or raises, as far as DigitalOcean tells. */
export interface Price {
  /** US dollars a month of what was priced; null where nothing was. */
  readonly monthlyUsd: number | null;
  /** What bills and was not priced, each without a full stop; empty when the price is whole. */
  readonly notPriced: readonly string[];
  /** How the sum comes about, for people: "2 × s-2vcpu-4gb at $24". */
  readonly of: readonly string[];
}
