// What the app bounds, with numbers that suit a team's server.
import { type JsonBounds, usualJsonBounds } from './mcp/json-bounds.ts';
import { type SessionBounds, usualSessionBounds } from './mcp/sessions.ts';
import { type BodyBounds, usualBodyBounds } from './sharing/byte-budget.ts';
import { type CallBounds, usualBounds } from './sharing/principal-limits.ts';

/** The bounds of one app. */
export interface HttpLimits {
  /** The longest request body, in bytes. */
  readonly body: number;
  /** Bodies that are held at the same time. */
  readonly bodies: BodyBounds;
  readonly json: JsonBounds;
  /** Messages in one JSON-RPC batch. */
  readonly batch: number;
  readonly calls: CallBounds;
  readonly sessions: SessionBounds;
}

/** Limits that suit a team's server. */
export const usualLimits: HttpLimits = {
  body: 1 << 20,
  bodies: usualBodyBounds,
  json: usualJsonBounds,
  batch: 20,
  calls: usualBounds,
  sessions: usualSessionBounds,
};
