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

/** How long the name is worth waiting for, in milliseconds: the answer to a change must not hang on it. */
const patience = 3_000;

/**
 * Asks once for the owner and remembers the answer; null while it is unknown. Never throws: knowing the owner is a
 * courtesy.
 */
export const createOwnerLookUp = (api: ApiClient, clock: Clock): Account['owner'] => {
  let known: string | null = null;
  let pending: Promise<string | null> | undefined;
  const ask = async (permit: ApiCall, signal: AbortSignal): Promise<string | null> => {
    const deadline = startDeadline(clock, signal, patience);
    try {
      const reply = await api.send(permit, { signal: deadline.signal });
      const { data } = accountReply().safeParse(reply.body);
      return data?.account.team?.name ?? data?.account.email ?? null;
    } finally {
      deadline.end();
    }
  };
  return async (permit, signal) => {
    if (known !== null) return known;
    pending ??= ask(permit, signal)
      .catch(() => null)
      .finally(() => {
        pending = undefined;
      });
    known = await pending;
    return known;
  };
};
