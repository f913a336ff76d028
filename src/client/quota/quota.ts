// Lets requests of one token through, in the order in which they came, as fast as DigitalOcean's limits allow.
import type { SpecialLimit } from '../../../scope-map/endpoint.ts';
import { type Headers, retryAfterMs } from '../../http-headers.ts';
import type { Clock } from '../../ports.ts';
import { ApiFailure } from '../failures.ts';
import type { FairShare } from './fair-share.ts';
import { type Counted, countedFor } from './rates.ts';
import { createServerCount } from './server-count.ts';
import type { Tally } from './tally.ts';

/** Who wants to send a request. */
export interface Wish {
  readonly limit?: SpecialLimit | undefined;
  /** Who wants it: principals take turns. */
  readonly principal?: string | undefined;
  /** How long it can wait, in milliseconds. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

/** The gate that every request passes. */
export interface Quota {
  /**
   * Waits for a place and gives the request's number, to be handed to `heard` with its reply.
   * @throws {ApiFailure} `quota_exhausted` with the seconds when the wait would be too long or too many wait already.
   * @throws the signal's reason when it is aborted while waiting.
   */
  take(wish: Wish): number | Promise<number>;
  /** Corrects the count by what a reply says. */
  heard(ticket: number, status: number, headers: Headers): void;
  /** Requests left this hour by DigitalOcean's count (null: not heard yet), and how many wait. */
  readonly gauge: { readonly left: number | null; readonly waiting: number };
}

/** What a quota is made of. */
export interface QuotaOptions {
  readonly tally: Tally;
  readonly clock: Clock;
  /** How many may wait; default 1,000. */
  readonly longestQueue?: number;
  /** Shares the rates between principals; absent where one alone uses the token. */
  readonly share?: FairShare;
}

interface Waiter {
  readonly principal: string;
  readonly counted: readonly Counted[];
  readonly limit: SpecialLimit | undefined;
  readonly until: number;
  readonly grant: (ticket: number) => void;
  readonly refuse: (reason: unknown) => void;
}

const exhausted = (milliseconds: number): ApiFailure =>
  new ApiFailure({
    code: 'quota_exhausted',
    retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1000)),
  });

/** Those who wait for the same: what holds up one of them holds up the others. */
const lineOf = ({ limit, principal }: Waiter): string => `${limit ?? ''} ${principal}`;

/** The quota of one token. Principals take turns; callers of one are served first come, first served; a narrow limit holds up only its own calls. */
export const createQuota = ({ tally, clock, share, longestQueue = 1000 }: QuotaOptions): Quota => {
  const count = createServerCount();
  const queue: Waiter[] = [];
  let last = 0;
  let isServing = false;
  /** Ends the nap early when somebody has joined or left. */
  let nap: AbortController | undefined;
  /** How many have ever joined. */
  let joined = 0;

  /** The number of the last request of each principal, so that those who had a turn longest ago come first. */
  const turns = new Map<string, number>();

  const tryTake = (counted: readonly Counted[], principal: string): number | Promise<number> => {
    const held = Math.max(count.waitMs(last + 1, clock.now()), share?.waitMs(principal) ?? 0);
    return held > 0 ? held : tally.take(counted);
  };

  /** The next number, for a request of this principal. */
  const number = (principal: string): number => {
    last += 1;
    share?.took(principal);
    turns.delete(principal);
    turns.set(principal, last);
    const [oldest] = turns.keys();
    if (turns.size > longestQueue && oldest !== undefined) turns.delete(oldest);
    return last;
  };

  /** How long someone with so many before it waits, when the first of them waits `firstMs`. */
  const estimate = (firstMs: number, before: number): number => {
    const burst = tally.rates.token.reduce((narrow, rate) =>
      rate.most < narrow.most ? rate : narrow,
    );
    return firstMs + Math.floor(before / burst.most) * burst.withinMs;
  };

  /** Nobody's wishes fill the queue: whoever waits for more than is left of it for others waits too much. */
  const hasTooMany = (principal: string | undefined): boolean =>
    principal !== undefined &&
    queue.length * 2 >= longestQueue &&
    queue.filter((one) => one.principal === principal).length >= longestQueue - queue.length;

  const remove = (waiter: Waiter): void => {
    const at = queue.indexOf(waiter);
    if (at >= 0) queue.splice(at, 1);
  };

  const refuseImpatient = (waitMs: ReadonlyMap<string, number>): void => {
    const now = clock.now();
    const before = new Map<string, number>();
    for (const waiter of [...queue]) {
      const line = lineOf(waiter);
      const wait = waitMs.get(line);
      if (wait === undefined) continue;
      const ahead = before.get(line) ?? 0;
      before.set(line, ahead + 1);
      if (waiter.until >= now + wait) continue;
      remove(waiter);
      waiter.refuse(exhausted(estimate(wait, ahead)));
    }
  };

  /** Who is next in each line, those first whose principal had a turn longest ago. */
  const firstOfEachLine = (): readonly Waiter[] => {
    const firsts = new Map<string, Waiter>();
    for (const waiter of queue) {
      const line = lineOf(waiter);
      if (!firsts.has(line)) firsts.set(line, waiter);
    }
    return [...firsts.values()].toSorted(
      (one, other) => (turns.get(one.principal) ?? 0) - (turns.get(other.principal) ?? 0),
    );
  };

  const serve = async (): Promise<void> => {
    isServing = true;
    try {
      while (queue.length > 0) {
        const waits = new Map<string, number>();
        const seen = joined;
        for (const waiter of queue.length === 1 ? [...queue] : firstOfEachLine()) {
          const wait = await tryTake(waiter.counted, waiter.principal);
          if (wait > 0) {
            waits.set(lineOf(waiter), wait);
            continue;
          }
          // Taken although the waiter has left meanwhile: counted too much is the safe side.
          remove(waiter);
          waiter.grant(number(waiter.principal));
          waits.clear();
          break;
        }
        // Whoever joined meanwhile has not been asked for yet, and may be able to go.
        if (waits.size === 0 || joined !== seen) continue;
        refuseImpatient(waits);
        if (queue.length === 0) return;
        nap = new AbortController();
        await clock.sleep(Math.min(...waits.values()), nap.signal).catch(() => undefined);
        nap = undefined;
      }
    } finally {
      isServing = false;
    }
  };

  const enqueue = (wish: Wish): Promise<number> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        remove(waiter);
        reject(wish.signal.reason);
        if (queue.length === 0) nap?.abort();
      };
      const waiter: Waiter = {
        principal: wish.principal ?? '',
        counted: countedFor(wish.limit),
        limit: wish.limit,
        until: clock.now() + wish.patienceMs,
        grant: (ticket) => {
          wish.signal.removeEventListener('abort', leave);
          resolve(ticket);
        },
        refuse: (reason) => {
          wish.signal.removeEventListener('abort', leave);
          reject(reason);
        },
      };
      wish.signal.addEventListener('abort', leave, { once: true });
      queue.push(waiter);
      joined += 1;
      // A call under another limit may go at once although those before it nap.
      nap?.abort();
      if (!isServing) void serve();
    });

  return {
    take: (wish) => {
      if (wish.signal.aborted) return Promise.reject(wish.signal.reason);
      if (queue.length >= longestQueue || hasTooMany(wish.principal))
        return Promise.reject(exhausted(estimate(1000, queue.length)));
      if (queue.length > 0 || isServing) return enqueue(wish);
      const wait = tryTake(countedFor(wish.limit), wish.principal ?? '');
      if (wait !== 0) return typeof wait === 'number' ? enqueue(wish) : taken(wait, wish);
      return number(wish.principal ?? '');
    },
    heard: (ticket, status, headers) => {
      const now = clock.now();
      count.heard(ticket, status, headers, now);
      const pause = status === 429 ? retryAfterMs(headers, now) : undefined;
      if (pause !== undefined) tally.pause(pause);
    },
    get gauge() {
      return { left: count.left(), waiting: queue.length };
    },
  };

  async function taken(asked: Promise<number>, wish: Wish): Promise<number> {
    if ((await asked) > 0) return enqueue(wish);
    return number(wish.principal ?? '');
  }
};

/** A quota that counts nothing, for owners who switch it off. */
export const createOpenQuota = (): Quota => ({
  take: () => 0,
  heard: () => undefined,
  gauge: { left: null, waiting: 0 },
});
