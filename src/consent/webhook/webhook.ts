// Tells an address of the owner's that a question waits: signed, repeated a few times, never in the way of the call.
import { setMaxListeners } from 'node:events';
import { startDeadline } from '../../client/wire/deadlines.ts';
import { type Transport, WireFailure } from '../../client/wire/transport.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { version } from '../../version.ts';
import type { Entry } from '../question.ts';
import { signature } from './sign.ts';

/** What a webhook stands on. */
export interface WebhookOptions {
  /** It may hold a secret, so it is never logged. */
  readonly url: URL;
  readonly key: Buffer;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
}

/** Tells of questions. */
export interface Webhook {
  /**
   * Begins to tell; returns at once and never throws.
   * @param where how a person can answer, in words.
   */
  tell(entry: Entry, where: string): void;
  /** Lets what is being sent arrive, for a moment, and begins nothing more. */
  close(): Promise<void>;
}

/** Pauses before each try, in milliseconds. */
const pauses = [0, 1_000, 5_000, 25_000];

/** The longest that a receiver is waited for, in milliseconds. */
const patience = 5_000;

/** How long is waited for receivers when the program ends, in milliseconds. */
const patienceAtEnd = 1_500;

/** Questions that are told of at the same time; further ones still wait for their answer, untold. */
const mostAtOnce = 64;

const bodyOf = ({ question }: Entry, where: string): string => {
  const { id, tool, agent, effect, text, typed, opened, closes } = question;
  return JSON.stringify({
    type: 'approval.waiting',
    id,
    tool,
    agent,
    effect,
    text,
    typed,
    opened: new Date(opened).toISOString(),
    closes: new Date(closes).toISOString(),
    where,
  });
};

/** How a try ended: null when it arrived, else why not, and whether another may do better. */
type Trouble = { readonly why: string; readonly passes: boolean } | null;

const troubleOf = (status: number): Trouble => {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return { why: `it sent us elsewhere (${status}), and we do not follow`, passes: false };
  const passes = status >= 500 || status === 408 || status === 425 || status === 429;
  return { why: `it answered ${status}`, passes };
};

/** Opens a webhook; nothing is sent before there is something to tell. */
export const createWebhook = ({ url, key, transport, clock, log }: WebhookOptions): Webhook => {
  const ending = new AbortController();
  // Every message that pauses listens to it.
  setMaxListeners(0, ending.signal);
  const underWay = new Set<Promise<void>>();

  const send = async (id: string, body: string): Promise<Trouble> => {
    const deadline = startDeadline(clock, new AbortController().signal, patience);
    try {
      const { status } = await transport.exchange({
        method: 'POST',
        url,
        headers: {
          host: url.host,
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': `digitalocean-scoped-mcp/${version}`,
          ...signature(key, { id, at: clock.now(), body }),
        },
        body,
        fresh: false,
        signal: deadline.signal,
      });
      return troubleOf(status);
    } catch (error) {
      if (deadline.passed) return { why: 'it did not answer in time', passes: true };
      if (!(error instanceof WireFailure)) throw error;
      return { why: error.message, passes: error.how !== 'unsendable' };
    } finally {
      deadline.end();
    }
  };

  const deliver = async ({ question }: Entry, body: string): Promise<void> => {
    let why = '';
    for (const [tries, pause] of pauses.entries()) {
      if (pause > 0) await clock.sleep(pause, ending.signal).catch(() => {});
      if (ending.signal.aborted) return;
      const trouble = await send(question.id, body);
      if (!trouble) {
        log.debug({ question: question.id, tries: tries + 1 }, 'the approval webhook was told');
        return;
      }
      ({ why } = trouble);
      if (!trouble.passes) break;
    }
    log.error(
      { question: question.id, reason: why },
      'the approval webhook could not be told of a question; it waits for its answer all the same',
    );
  };

  return {
    tell: (entry, where) => {
      if (ending.signal.aborted) return;
      const { id } = entry.question;
      if (underWay.size >= mostAtOnce) {
        log.error(
          { question: id },
          'the approval webhook is too slow: it is not told of a question',
        );
        return;
      }
      const delivery = deliver(entry, bodyOf(entry, where)).catch((error: unknown) => {
        log.error({ question: id, error }, 'the approval webhook could not be told of a question');
      });
      underWay.add(delivery);
      void delivery.finally(() => underWay.delete(delivery));
    },
    close: async () => {
      ending.abort();
      const over = new AbortController();
      await Promise.race([
        Promise.all(underWay),
        clock.sleep(patienceAtEnd, over.signal).catch(() => {}),
      ]);
      over.abort();
      await transport.close();
    },
  };
};
