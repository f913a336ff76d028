// What the app bounds, with numbers that suit a team's server.
import { type CallBounds, usualBounds } from './principal-limits.ts';
import { type SessionBounds, usualSessionBounds } from './sessions.ts';

/** The bounds of one app. */
export interface HttpLimits {
  /** The longest request body, in bytes. */
  readonly body: number;
  /** Messages in one JSON-RPC batch. */
  readonly batch: number;
  readonly calls: CallBounds;
  readonly sessions: SessionBounds;
}

/** Limits that suit a team's server. */
export const usualLimits: HttpLimits = {
  body: 1 << 20,
  batch: 20,
  calls: usualBounds,
  sessions: usualSessionBounds,
};
