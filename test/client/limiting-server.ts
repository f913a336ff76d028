// DigitalOcean's limits as a server enforces them: a plain recount over all requests, with its headers.
import type { Clock } from '../../src/ports.ts';
import { type Arrived, type Fault, json, refusal } from './fault-server.ts';

/** A server that enforces limits. */
export interface LimitingServer {
  readonly script: (arrived: Arrived) => Fault;
  readonly refusals: number;
  readonly answers: number;
  /** Requests that others make with the same token, right now. */
  othersSend(count: number): void;
}

const count = (times: readonly number[], since: number): number => {
  let from = times.length;
  while (from > 0 && (times[from - 1] ?? 0) > since) from -= 1;
  return times.length - from;
};

/** Enforces so many requests an hour and a minute, and narrow limits by path. */
export const createLimitingServer = (
  clock: () => Clock,
  perHour = 5000,
  perMinute = 250,
  narrow: Readonly<Record<string, { readonly most: number; readonly withinMs: number }>> = {},
): LimitingServer => {
  const times: number[] = [];
  const narrowTimes = new Map<string, number[]>();
  let refusals = 0;
  let answers = 0;
  return {
    get refusals() {
      return refusals;
    },
    get answers() {
      return answers;
    },
    othersSend: (number) => {
      for (let one = 0; one < number; one += 1) times.push(clock().now());
    },
    script: ({ path }) => {
      const now = clock().now();
      const inHour = count(times, now - 3_600_000);
      const inMinute = count(times, now - 60_000);
      const oldest = times[times.length - inHour] ?? now;
      const headers = (remaining: number) => ({
        date: new Date(now).toUTCString(),
        'ratelimit-limit': String(perHour),
        'ratelimit-remaining': String(remaining),
        'ratelimit-reset': String(Math.ceil((oldest + 3_600_000) / 1000)),
      });
      const own = narrow[path];
      const ownTimes = narrowTimes.get(path) ?? [];
      narrowTimes.set(path, ownTimes);
      if (own && count(ownTimes, now - own.withinMs) >= own.most) {
        refusals += 1;
        return refusal(429, 'Too many requests', {
          ...headers(perHour - inHour),
          'retry-after': '10',
        });
      }
      if (inHour >= perHour) {
        refusals += 1;
        return refusal(429, 'API Rate limit exceeded.', headers(0));
      }
      if (inMinute >= perMinute) {
        refusals += 1;
        return refusal(429, 'API Rate limit exceeded.', { ...headers(0), 'retry-after': '30' });
      }
      times.push(now);
      ownTimes.push(now);
      answers += 1;
      return json({ droplet: { id: 1 } }, 200, headers(perHour - inHour - 1));
    },
  };
};
