// The bounds of the client, all in one place, each with its default and the reason for it.

/** How patient the client is, and when it gives up. Times are milliseconds. */
export interface ClientLimits {
  /** Attempts at one request, the first included. */
  readonly attempts: number;
  /** Longest single wait between two attempts, or for a place in the quota's queue. */
  readonly waitMs: number;
  /** Longest time for one call with all its attempts, waits and pages. */
  readonly callMs: number;
  /** Full jitter is drawn below `backoffMs`, doubled with each attempt, but at most `backoffMostMs`. */
  readonly backoffMs: number;
  readonly backoffMostMs: number;
  /** Pages of one list. */
  readonly pages: number;
  /** Pages in a row that bring nothing new before a list counts as endless. */
  readonly barrenPages: number;
}

/** Defaults. A call must end before the 60 seconds after which MCP clients stop listening by default. */
export const defaultLimits: ClientLimits = {
  attempts: 5,
  waitMs: 20_000,
  callMs: 50_000,
  backoffMs: 500,
  backoffMostMs: 8_000,
  // 10,000 items in DigitalOcean's default pages of 20.
  pages: 500,
  // Lists that hide what a token may not see can have empty pages; ten in a row are a circle.
  barrenPages: 10,
};
