// Keeps a connection alive while a call takes long: a quick reply goes out as it is, a slow one becomes a stream.
import type { CoarseTimer } from '../coarse-timer.ts';
import { Reply } from '../reply.ts';

// Proxies commonly give up on a silent connection after 30 to 60 seconds.
const usualPause = 10_000;

const streamHeaders = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };

/** Whether a client that sends this `Accept` header takes a stream. */
export const acceptsStream = (accept: string | null): boolean =>
  accept === null || accept.includes('text/event-stream') || accept.includes('*/*');

/** The reply's text as the event of a stream; a stream of the SDK's own is passed through. */
async function* eventsOf({ body }: Reply): AsyncGenerator<Uint8Array> {
  if (typeof body !== 'string') yield* body;
  else if (body !== '') yield new TextEncoder().encode(`event: message\ndata: ${body}\n\n`);
}

/**
 * The reply itself when it comes soon; otherwise a stream that says so every `pause` milliseconds until the
 * reply is there. A short call thus costs no stream and keeps its HTTP status, and a long one is never silent.
 */
export const streamWhenSlow = (
  coming: Promise<Reply>,
  timer: CoarseTimer,
  pause: number = usualPause,
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const cancel = timer.after(pause, () => resolve(slowStream(coming, timer, pause)));
    coming.then(
      (reply) => {
        cancel();
        resolve(reply);
      },
      (error) => {
        cancel();
        reject(error);
      },
    );
  });

const slowStream = (coming: Promise<Reply>, timer: CoarseTimer, pause: number): Reply => {
  const comment = new TextEncoder().encode(': still working\n\n');
  let leave = (): void => {};
  const gone = new Promise<'gone'>((resolve) => {
    leave = () => resolve('gone');
  });

  /** The reply, or what came before it. */
  const next = async (): Promise<Reply | 'pause' | 'gone'> => {
    let cancel = (): void => {};
    const silence = new Promise<'pause'>((resolve) => {
      cancel = timer.after(pause, () => resolve('pause'));
    });
    try {
      return await Promise.race([coming, silence, gone]);
    } finally {
      cancel();
    }
  };

  async function* frames(): AsyncGenerator<Uint8Array> {
    let event: Reply | 'pause' | 'gone' = 'pause';
    while (event === 'pause') {
      yield comment;
      event = await next();
    }
    if (event !== 'gone') yield* eventsOf(event);
  }

  const source = frames();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => {
      leave();
      // Nobody will read what still comes; a stream of the SDK's must learn of that.
      coming.then(
        ({ body: late }) => (typeof late === 'string' ? undefined : late.cancel().catch(() => {})),
        () => {},
      );
    },
  });
  return new Reply(200, streamHeaders, body);
};
