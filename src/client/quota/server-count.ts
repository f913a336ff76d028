// DigitalOcean's own count of a token's requests, as its reply headers tell it: it also sees what others sent.
import { type Headers, remainingOf, resetMs, retryAfterMs } from '../../http-headers.ts';

/** What the headers of the latest reply leave us. */
export interface ServerCount {
  /** Takes note of a reply to the request with this number. */
  heard(ticket: number, status: number, headers: Headers, now: number): void;
  /** Milliseconds until the request with this number may go, as far as DigitalOcean's count says. */
  waitMs(ticket: number, now: number): number;
  /** Requests left this hour by DigitalOcean's count, or null when it has not been heard. */
  left(): number | null;
}

// When the oldest request expires one more fits; whether more do, its reply will tell. Should that reply be lost,
// another may ask after this time.
const probeEveryMs = 10_000;
// Without a readable reset a used-up count is asked again after a minute.
const unknownResetMs = 60_000;

/** Starts without knowing anything. */
export const createServerCount = (): ServerCount => {
  let reading: { remaining: number; ticket: number; resetAt: number } | undefined;
  return {
    heard: (ticket, status, headers, now) => {
      const remaining = remainingOf(headers);
      if (remaining === undefined) {
        if (status < 500) reading = undefined;
        return;
      }
      // When the minute is used up `remaining` may read 0 although the hour is not (API description, Rate Limit).
      if (status === 429 && retryAfterMs(headers, now) !== undefined) return;
      // Replies overtake each other; an older one knows less.
      if (reading && ticket < reading.ticket) return;
      const resetAt = now + (resetMs(headers, now) ?? unknownResetMs);
      reading = { remaining, ticket, resetAt };
    },
    waitMs: (ticket, now) => {
      // Everything sent after the request that brought the reading is not in it yet.
      if (!reading || reading.remaining - (ticket - 1 - reading.ticket) > 0) return 0;
      if (now < reading.resetAt) return reading.resetAt - now;
      reading = { remaining: 1, ticket: ticket - 1, resetAt: now + probeEveryMs };
      return 0;
    },
    left: () => reading?.remaining ?? null,
  };
};
