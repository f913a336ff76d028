// Who is behind a token: the team, or the person, as DigitalOcean's account endpoint tells it.
import * as z from 'zod';
import type { ApiCall, ApiClient } from '../client/client.ts';
import { startDeadline } from '../client/wire/deadlines.ts';
import type { Clock } from '../ports.ts';
import type { Account } from './account.ts';

// Made with the first reply: no start should wait for it.
const accountReply = () =>
  z.object({
    account: z.object({
      email: z.string().nullish(),
      team: z.object({ name: z.string().nullish() }).nullish(),
    }),
  });

/** How long anybody waits for the name, in milliseconds: it is an ornament, and most calls take longer anyway. */
const moment = 500;
/** How long the look-up itself may take; it goes on after the one who asked has stopped waiting. */
const longestLookUp = 10_000;
/** A failed look-up is not repeated before this time. */
const askAgainAfter = 300_000;

/**
 * Asks once for the owner and remembers the answer, a failure too; null while it is unknown. Whoever asks first waits
 * a moment for it, nobody waits twice. Never throws: knowing the owner is a courtesy.
 */
export const createOwnerLookUp = (api: ApiClient, clock: Clock): Account['owner'] => {
  let known: string | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  const ask = async (permit: ApiCall): Promise<void> => {
    const deadline = startDeadline(clock, new AbortController().signal, longestLookUp);
    try {
      const reply = await api.send(permit, { signal: deadline.signal });
      const { data } = accountReply().safeParse(reply.body);
      known = data?.account.team?.name ?? data?.account.email ?? null;
    } catch {
      // The name stays unknown; the time of asking is what is remembered.
    } finally {
      deadline.end();
    }
  };

  return async (permit, signal) => {
    if (known !== null || clock.now() - askedAt < askAgainAfter) return known;
    askedAt = clock.now();
    const enough = new AbortController();
    const gone = (): void => enough.abort();
    signal.addEventListener('abort', gone, { once: true });
    await Promise.race([ask(permit), clock.sleep(moment, enough.signal).catch(() => undefined)]);
    signal.removeEventListener('abort', gone);
    enough.abort();
    return known;
  };
};
