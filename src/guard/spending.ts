// What a caller may spend: the owner's bounds on what it makes that costs, by itself and together with all others.

/** Bounds on what is made that costs; what is absent is not bounded. */
export interface Limits {
  /** US dollars a month, of everything that was made or raised and still exists. */
  readonly maxMonthlyUsd?: number;
  /** Things that cost and are made within any hour. */
  readonly maxCreatesPerHour?: number;
}

/** The bounds that hold for one caller. */
export interface Spending {
  /** Under which name what it makes is counted: the same after a restart, with another key and at another replica. */
  readonly purse: string;
  /** Its own bounds. */
  readonly own?: Limits;
  /** The bounds of all callers of the server together. */
  readonly all?: Limits;
}

/** Limits as a file writes them. */
export interface WrittenLimits {
  readonly max_monthly_usd?: number | undefined;
  readonly max_creates_per_hour?: number | undefined;
}

/** The limits that a file writes; undefined where it writes none. */
export const limitsIn = (written: WrittenLimits): Limits | undefined => {
  const { max_monthly_usd: usd, max_creates_per_hour: creates } = written;
  if (usd === undefined && creates === undefined) return undefined;
  return {
    ...(usd !== undefined && { maxMonthlyUsd: usd }),
    ...(creates !== undefined && { maxCreatesPerHour: creates }),
  };
};

/** The bounds of a caller; undefined where there are none, and nothing is counted. */
export const spendingOf = (
  purse: string,
  own: Limits | undefined,
  all: Limits | undefined,
): Spending | undefined =>
  own || all ? { purse, ...(own && { own }), ...(all && { all }) } : undefined;

const smaller = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined ? other : other === undefined ? one : Math.min(one, other);

/** The tighter of two limits, bound by bound. */
export const tighter = (one: Limits | undefined, other: Limits | undefined): Limits | undefined =>
  limitsIn({
    max_monthly_usd: smaller(one?.maxMonthlyUsd, other?.maxMonthlyUsd),
    max_creates_per_hour: smaller(one?.maxCreatesPerHour, other?.maxCreatesPerHour),
  });
