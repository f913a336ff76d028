// Fetches the text behind a signed address that a reply named, such as an app's logs; the token stays here.

import { beginningOf } from '../../tools/cut-text.ts';
import { classify } from './attempts/classify.ts';
import type { CallContext } from './client.ts';
import { ApiFailure } from './failures.ts';
import type { ClientParts } from './parts.ts';
import { startDeadline } from './wire/deadlines.ts';
import type { Tail, WireReply } from './wire/transport.ts';

/** Which addresses may be fetched, and how much of them. */
export interface LogTextLimits {
  /** Host names that may be asked over https; one with a leading dot covers everything below it. */
  readonly hosts: readonly string[];
  /** Origins that may be asked as they are, such as the simulation's. */
  readonly origins: readonly string[];
  readonly tail: Tail;
}

/**
 * Defaults. DigitalOcean documents no host for its log addresses; these are the domains it serves its own apps,
 * object storage and sites from. A live log never ends by itself, so its time is bounded.
 */
export const defaultLogTextLimits: LogTextLimits = {
  hosts: ['.digitalocean.com', '.ondigitalocean.app', '.digitaloceanspaces.com'],
  origins: [],
  tail: { keepBytes: 256 * 1024, readBytes: 16 * 1024 * 1024, milliseconds: 10_000 },
};

const covers = (host: string, name: string): boolean =>
  name.startsWith('.') ? host.endsWith(name) || host === name.slice(1) : host === name;

const isAllowed = (url: URL, origin: string, limits: LogTextLimits): boolean => {
  if (url.username !== '' || url.password !== '') return false;
  // Whoever answers for the API may serve its logs too, such as a simulation at another address.
  if (url.origin === origin || limits.origins.includes(url.origin)) return true;
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return limits.hosts.some((name) => covers(url.hostname, name));
};

const parse = (address: string, origin: string, limits: LogTextLimits): URL => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && isAllowed(url, origin, limits)) return url;
  // The address is signed, which makes it a key: only its host is told.
  throw new ApiFailure({
    code: 'bad_reply',
    trouble: {
      kind: 'log_place',
      place: url ? `${url.protocol}//${beginningOf(url.host, 100)}` : null,
    },
  });
};

const withNotes = ({ body, cut }: WireReply): string =>
  [
    cut?.beginning ? '[the beginning is left out]\n' : '',
    body,
    cut?.end ? `${body.endsWith('\n') || body === '' ? '' : '\n'}[reading stopped here]` : '',
  ].join('');

/**
 * The text behind a signed address, its end when it is long. Fetched once more when the first answer is lost.
 * @throws {ApiFailure} when the address may not be fetched, or does not answer with text.
 */
export const fetchLogText = async (
  address: string,
  context: CallContext,
  parts: ClientParts,
  own: Partial<LogTextLimits>,
): Promise<string> => {
  const limits = { ...defaultLogTextLimits, ...own };
  const url = parse(address, parts.origin, limits);
  const deadline = startDeadline(parts.clock, context.signal, parts.limits.callMs);
  const ask = () =>
    classify(() =>
      parts.transport.exchange({
        method: 'GET',
        url,
        headers: { accept: 'text/plain, */*;q=0.5', 'user-agent': parts.userAgent },
        fresh: false,
        signal: deadline.signal,
        tail: limits.tail,
      }),
    );
  try {
    const first = await ask();
    const outcome = first.kind === 'answered' || deadline.signal.aborted ? first : await ask();
    if (outcome.kind === 'answered') {
      if (outcome.reply.status === 200) return withNotes(outcome.reply);
      throw new ApiFailure({
        code: 'bad_reply',
        trouble: { kind: 'log_host', host: url.host },
        status: outcome.reply.status,
      });
    }
    if (context.signal.aborted) throw new ApiFailure({ code: 'cancelled' });
    throw new ApiFailure({
      code: outcome.how === 'timeout' || deadline.passed ? 'timeout' : 'unreachable',
      trouble: { kind: 'log_host', host: url.host },
      reason: outcome.message,
    });
  } finally {
    deadline.end();
  }
};
