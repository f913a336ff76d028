// Asks DigitalOcean which scopes a token holds.
import * as z from 'zod';
import { type Transport, WireFailure } from '../client/wire/transport.ts';
import type { Grant } from '../guard/grant.ts';
import type { Clock } from '../ports.ts';

// The shape that doctl decodes; everything but the scopes may be absent or null.
// Made with each reply, which is rare: no start should wait for it.
const tokenInfo = () =>
  z.object({
    scopes: z.array(z.string()),
    expires_in_seconds: z.number().nullish(),
    created_at: z.number().nullish(),
  });

/** What the endpoint tells about a token, and about itself. */
export interface TokenInfo {
  readonly grant: Grant;
  /** When the token was made, in milliseconds since the epoch; null where nobody said. */
  readonly createdAt: number | null;
  /** The time by the endpoint's own clock, in milliseconds since the epoch; null where it did not answer. */
  readonly serverTime: number | null;
  /** Why no answer came, as a part of a sentence; null where one did. */
  readonly failure: string | null;
}

const parse = (text: string): z.infer<ReturnType<typeof tokenInfo>> | undefined => {
  try {
    return tokenInfo().safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const timeIn = (date: string | undefined): number | null => {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : time;
};

/**
 * What the token-info endpoint tells about a token. Never throws: a failed look-up is an unknown grant (it proves
 * nothing about the scopes), a 401 an invalid one.
 */
export const askAboutToken = async (
  transport: Transport,
  address: URL,
  token: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<TokenInfo> => {
  const unknown = (reason: string): Grant => ({ kind: 'unknown', reason });
  try {
    const reply = await transport.exchange({
      method: 'GET',
      url: address,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      fresh: false,
      signal,
    });
    const info = reply.status === 200 ? parse(reply.body) : undefined;
    const answered = (grant: Grant): TokenInfo => ({
      grant,
      createdAt: info?.created_at == null ? null : info.created_at * 1_000,
      serverTime: timeIn(reply.headers['date']),
      failure: null,
    });
    if (reply.status === 401)
      return answered({
        kind: 'invalid',
        reason: 'DigitalOcean does not accept the token: it is wrong, expired or revoked',
      });
    if (reply.status !== 200)
      return answered(unknown(`${address.host} answered ${reply.status} when asked for them`));
    if (!info) return answered(unknown(`${address.host} gave an answer that could not be read`));
    const seconds = info.expires_in_seconds;
    return answered({
      kind: 'known',
      scopes: new Set(info.scopes),
      source: 'digitalocean',
      expiresAt: seconds == null ? null : clock.now() + seconds * 1_000,
    });
  } catch (error) {
    return {
      grant: unknown(`${address.host} could not be asked for them`),
      createdAt: null,
      serverTime: null,
      failure: error instanceof WireFailure ? error.message : 'the question could not be sent',
    };
  }
};

/** The grant of a token as its token-info endpoint tells it; never throws. */
export const askForGrant = async (...question: Parameters<typeof askAboutToken>): Promise<Grant> =>
  (await askAboutToken(...question)).grant;
