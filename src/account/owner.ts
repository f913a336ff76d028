// Who is behind a token: the team, or the person, as DigitalOcean's account endpoint tells it.
import * as z from 'zod';
import type { Tool } from '../../tools/tool/tool.ts';
import type { ApiClient } from '../client/client.ts';
import { startDeadline } from '../client/wire/deadlines.ts';
import { type Grant, missingScopes } from '../guard/grant.ts';
import type { Clock } from '../ports.ts';

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
 * Asks once for the owner and remembers the answer; null while it is unknown, or when the token may not read it.
 * Never throws: knowing the owner is a courtesy.
 */
export const createOwnerLookUp = (
  api: ApiClient,
  accountTool: Tool | undefined,
  grant: () => Promise<Grant>,
  clock: Clock,
): ((signal: AbortSignal) => Promise<string | null>) => {
  let known: string | null = null;
  let pending: Promise<string | null> | undefined;
  const ask = async (tool: Tool, signal: AbortSignal): Promise<string | null> => {
    const now = await grant();
    if (now.kind !== 'known' || missingScopes(now, tool.endpoint.requires).length > 0) return null;
    const deadline = startDeadline(clock, signal, patience);
    try {
      const reply = await api.send(
        {
          endpoint: tool.endpoint,
          arguments: {},
          request: { method: 'GET', path: tool.endpoint.path, query: [] },
        },
        { signal: deadline.signal },
      );
      const { data } = accountReply().safeParse(reply.body);
      return data?.account.team?.name ?? data?.account.email ?? null;
    } finally {
      deadline.end();
    }
  };
  return async (signal) => {
    if (known !== null || !accountTool) return known;
    pending ??= ask(accountTool, signal)
      .catch(() => null)
      .finally(() => {
        pending = undefined;
      });
    known = await pending;
    return known;
  };
};
