// DigitalOcean's request limits per token: a rolling hour, a rolling minute, and the list of SSH keys.
import { ApiRefusal } from '../exchange/refusal.ts';
import type { Holder } from './holder.ts';
import { createWindow, type Window } from './window.ts';

/** Requests allowed in any hour and any minute. DigitalOcean: 5,000 and 250. */
export interface Allowance {
  readonly hour: number;
  readonly minute: number;
}

/** DigitalOcean's published allowance. */
export const usualAllowance: Allowance = { hour: 5_000, minute: 250 };

/** At most 10 lists of SSH keys in 60 seconds. */
const keyLists = 10;

const hour = 3_600_000;
const minute = 60_000;

/** As many tokens as are counted at once; the one that was first seen is forgotten first. */
const remembered = 5_000;

interface Counters {
  readonly hour: Window;
  readonly minute: Window;
  readonly keyLists: Window;
}

/** Keeps the limits. */
export interface Limits {
  /** Counts one request. @throws ApiRefusal 429, with `retry-after` for the minute only. */
  take(holder: Holder, now: number, isKeyList: boolean): void;
  /** The `ratelimit-*` headers as they stand. */
  headers(holder: Holder | undefined, now: number): Readonly<Record<string, string>>;
}

const exceeded = (headers: Readonly<Record<string, string>> = {}): ApiRefusal =>
  new ApiRefusal(429, 'too_many_requests', 'API rate limit exceeded.', { headers });

const seconds = (milliseconds: number): string =>
  String(Math.max(1, Math.ceil(milliseconds / 1000)));

/** Makes the limits; `null` counts requests without ever refusing one, for load tests. */
export const createLimits = (allowance: Allowance | null): Limits => {
  const counters = new Map<string, Counters>();
  const limit = (allowance ?? usualAllowance).hour;

  const of = (holder: Holder): Counters => {
    const known = counters.get(holder.key);
    if (known !== undefined) return known;
    if (counters.size >= remembered) counters.delete(counters.keys().next().value ?? '');
    const fresh = {
      hour: createWindow(hour),
      minute: createWindow(minute),
      keyLists: createWindow(minute),
    };
    counters.set(holder.key, fresh);
    return fresh;
  };

  return {
    take: (holder, now, isKeyList) => {
      if (allowance === null) return;
      const used = of(holder);
      if (used.hour.count(now) >= allowance.hour) throw exceeded();
      const burst = used.minute.count(now) >= allowance.minute ? used.minute : undefined;
      const lists = isKeyList && used.keyLists.count(now) >= keyLists ? used.keyLists : undefined;
      const full = burst ?? lists;
      if (full !== undefined) {
        throw exceeded({
          'retry-after': seconds((full.freesAt(now) ?? now) - now),
          'ratelimit-remaining': '0',
        });
      }
      used.hour.add(now);
      used.minute.add(now);
      if (isKeyList) used.keyLists.add(now);
    },
    headers: (holder, now) => {
      const used = holder && counters.get(holder.key);
      const count = used?.hour.count(now) ?? 0;
      const reset = used?.hour.freesAt(now) ?? now + hour;
      return {
        'ratelimit-limit': String(limit),
        'ratelimit-remaining': String(Math.max(0, limit - count)),
        'ratelimit-reset': String(Math.ceil(reset / 1000)),
      };
    },
  };
};
