// The console's doors of approvals: those of operators, for whoever has signed in, and a stream of what changes.
import type { Approval } from '../../consent/approval.ts';
import type { Clock } from '../../ports.ts';
import { type ApprovalsOptions, approvalsDoors, listOf } from '../approvals/approvals-doors.ts';
import type { Gate, Row } from '../doors/door.ts';
import { row } from '../doors/row.ts';
import { json } from '../doors/speech.ts';
import type { Exchange } from '../exchange.ts';
import { comeBackLater } from '../refusal.ts';
import { Reply } from '../reply.ts';
import { pageHeaders } from './page-headers.ts';
import type { Viewer } from './viewer.ts';

/** What the doors stand on. */
export interface ConsoleApprovalsOptions extends Omit<ApprovalsOptions, 'base' | 'gate' | 'clock'> {
  readonly gate: Gate<Viewer>;
  readonly clock: Clock;
}

/** How often the book is looked at: other processes write into it, too. In milliseconds. */
const lookEvery = 1_000;
/** A stream says something at least so often, in looks, so that nobody takes it for broken. */
const sayEvery = 15;
/** A stream ends after so many looks, and is opened again: by then a session may be over. */
const mostLooks = 600;
/** Streams at once. */
const mostStreams = 64;

const busy = comeBackLater(503, 10, {
  message: 'Too many pages follow the approvals at this moment. This one asks again by itself.',
});

/** What tells one state of the list from another: times alone change nothing. */
const stateOf = (approvals: readonly Approval[]): string =>
  approvals.map(({ id, standing }) => `${id} ${standing}`).join();

/** Makes the doors. */
export const consoleApprovals = (options: ConsoleApprovalsOptions): readonly Row[] => {
  const { book, border, gate, clock, log } = options;
  let streams = 0;

  async function* changes({ signal }: Exchange): AsyncGenerator<string> {
    let last: string | undefined;
    for (let look = 0; look < mostLooks && !signal.aborted; look += 1) {
      const list = listOf(await (await book()).all(), clock.now());
      const state = stateOf(list.approvals);
      if (state !== last) yield `data: ${JSON.stringify(list)}\n\n`;
      else if (look % sayEvery === 0) yield ': nothing new\n\n';
      last = state;
      await clock.sleep(lookEvery, signal);
    }
  }

  const streamOf = (exchange: Exchange): ReadableStream<Uint8Array> => {
    const events = changes(exchange);
    const encoder = new TextEncoder();
    streams += 1;
    exchange.onEnd(() => {
      streams -= 1;
    });
    return new ReadableStream({
      pull: async (controller) => {
        try {
          const { done, value } = await events.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          if (!exchange.signal.aborted)
            log.error({ request_id: exchange.id, error }, 'the approvals cannot be followed');
          controller.close();
        }
      },
      cancel: () => void events.return(undefined),
    });
  };

  return [
    row<Viewer>({
      path: '/console/api/approvals-now',
      border,
      gate,
      speech: json,
      headers: pageHeaders,
      methods: {
        GET: {
          offers: ['text/event-stream'],
          answer: (exchange) =>
            streams >= mostStreams
              ? busy
              : new Reply(
                  200,
                  { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
                  streamOf(exchange),
                ),
        },
      },
    }),
    ...approvalsDoors({ book, border, gate, clock, log, base: '/console/api/approvals' }),
  ];
};
