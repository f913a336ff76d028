// The border of doors at which people decide: besides programs, only pages of this server's own may come near.
import type { HostGuard } from '../border/host-guard.ts';
import type { Border } from '../doors/door.ts';
import type { Exchange } from '../exchange.ts';
import { Refusal } from '../refusal.ts';

const isOwn = (origin: string, host: string | null): boolean =>
  /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).host === host;

/** @param guard knows the names of this server; the origins that it lets in are for other doors. */
export const ownPages =
  (guard: HostGuard): Border =>
  (exchange: Exchange) => {
    const refused = guard.refusal({
      targetHost: exchange.targetHost,
      header: (name) => (name === 'origin' ? null : exchange.header(name)),
    });
    if (refused) return refused;
    const origin = exchange.header('origin');
    if (origin === null || origin === '' || isOwn(origin, exchange.header('host')))
      return undefined;
    return new Refusal({
      status: 403,
      reason: 'host',
      message: 'Pages of other origins may not answer for people.',
    });
  };
