// Keeps a connection alive while a call takes long: a quick reply goes out as it is, a slow one begins before it is there.
import type { DoorAnswer } from '../doors/door.ts';
import { jsonRpc } from '../doors/speech.ts';
import { Refusal } from '../refusal.ts';
import { Reply } from '../reply.ts';
import type { CoarseTimer } from '../sharing/coarse-timer.ts';
import { eventOf } from './event-frames.ts';

/** After so many milliseconds a client hears that its call has begun. */
const soon = 500;
// Proxies commonly give up on a silent connection after 30 to 60 seconds.
const usualPause = 10_000;

/** How a slow reply looks. */
export interface SlowForm {
  readonly headers: Readonly<Record<string, string>>;
  /** What says that the call still goes on. */
  readonly sign: string;
  readonly wrap: (json: string) => string;
}

/** As events. */
export const slowStream: SlowForm = {
  headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
  sign: ': still working\n\n',
  wrap: eventOf,
};

/** As JSON, for clients that read nothing else: blanks before it mean nothing (RFC 8259 2). */
export const slowJson: SlowForm = {
  headers: { 'content-type': 'application/json', 'x-accel-buffering': 'no' },
  sign: '\n',
  wrap: (json) => json,
};

const bodyOf = (answer: DoorAnswer): Reply['body'] =>
  (answer instanceof Refusal ? jsonRpc(answer) : answer).body;

/** The answer's text in the form that has begun; a stream of the SDK's own is passed through. */
async function* lastOf(answer: DoorAnswer, form: SlowForm): AsyncGenerator<Uint8Array> {
  const body = bodyOf(answer);
  if (typeof body !== 'string') yield* body;
  else if (body !== '') yield new TextEncoder().encode(form.wrap(body));
}

/**
 * The reply itself when it comes soon; otherwise one that begins at once and gives a sign every `pause`
 * milliseconds until the reply is there. A short call thus keeps its HTTP status and costs no stream, and a long
 * one is never silent.
 */
export const beginWhenSlow = <Answer extends DoorAnswer>(
  coming: Promise<Answer>,
  timer: CoarseTimer,
  pause: number = usualPause,
  form: SlowForm = slowStream,
): Promise<Answer | Reply> =>
  new Promise((resolve, reject) => {
    const first = Math.min(pause, soon);
    const cancel = timer.after(first, () => resolve(slowReply(coming, timer, pause, form)));
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

const slowReply = (
  coming: Promise<DoorAnswer>,
  timer: CoarseTimer,
  pause: number,
  form: SlowForm,
): Reply => {
  const sign = new TextEncoder().encode(form.sign);
  let leave = (): void => {};
  const gone = new Promise<'gone'>((resolve) => {
    leave = () => resolve('gone');
  });

  /** The reply, or what came before it. */
  const next = async (): Promise<DoorAnswer | 'pause' | 'gone'> => {
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
    let event: DoorAnswer | 'pause' | 'gone' = 'pause';
    while (event === 'pause') {
      yield sign;
      event = await next();
    }
    if (event !== 'gone') yield* lastOf(event, form);
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
        (answer) => {
          const late = bodyOf(answer);
          if (typeof late !== 'string') late.cancel().catch(() => {});
        },
        () => {},
      );
    },
  });
  return new Reply(200, form.headers, body);
};
