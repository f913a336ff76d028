// Asks DigitalOcean which scopes a token holds.
import * as z from 'zod';
import type { Transport } from '../client/wire/transport.ts';
import type { Grant } from '../guard/grant.ts';
import type { Clock } from '../ports.ts';

// The shape that doctl decodes; everything but the scopes may be absent or null.
// Made with each reply, which is rare: no start should wait for it.
const tokenInfo = () =>
  z.object({
    scopes: z.array(z.string()),
    expires_in_seconds: z.number().nullish(),
  });

const parse = (text: string): z.infer<ReturnType<typeof tokenInfo>> | undefined => {
  try {
    return tokenInfo().safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/**
 * The grant of a token as its token-info endpoint tells it. Never throws: a failed look-up is an unknown
 * grant (it proves nothing about the scopes), a 401 an invalid one.
 */
export const askForGrant = async (
  transport: Transport,
  address: URL,
  token: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<Grant> => {
  const unknown = (reason: string): Grant => ({ kind: 'unknown', reason });
  try {
    const reply = await transport.exchange({
      method: 'GET',
      url: address,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      fresh: false,
      signal,
    });
    if (reply.status === 401)
      return {
        kind: 'invalid',
        reason: 'DigitalOcean does not accept the token: it is wrong, expired or revoked',
      };
    if (reply.status !== 200)
      return unknown(`${address.host} answered ${reply.status} when asked for them`);
    const info = parse(reply.body);
    if (!info) return unknown(`${address.host} gave an answer that could not be read`);
    const seconds = info.expires_in_seconds;
    return {
      kind: 'known',
      scopes: new Set(info.scopes),
      source: 'digitalocean',
      expiresAt: seconds == null ? null : clock.now() + seconds * 1_000,
    };
  } catch {
    return unknown(`${address.host} could not be asked for them`);
  }
};
