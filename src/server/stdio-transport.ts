// Carries messages over stdin and stdout, a line each. The SDK's own transport keeps silent about a line that is no
// message, which leaves a client waiting, and breaks off what is under way when stdin ends.
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/server';
import type { JsonObject } from '../../tools/json-object.ts';
import type { Clock } from '../ports.ts';
import { createLineFrames, textOfLine } from './line-frames.ts';
import { errorOf, judgeLine, notUtf8 } from './messages.ts';

/** The longest message, in bytes. */
export const longestMessage = 16 * 1024 * 1024;

/** How long what is under way may take once stdin has ended, in milliseconds; clients of the SDK wait 2 s. */
const graceAfterEnd = 1_500;

/** What the transport is made of. */
export interface StdioTransportOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly clock: Clock;
  /** Told once when a message was longer than is kept. */
  readonly tooLong: () => void;
}

/** A transport that says when its client has hung up and everything was answered, or had time to be. */
export interface StdioTransport extends Transport {
  readonly finished: Promise<void>;
}

/** Requests that are to be answered, by their ids; a subscription is none, for it is never over. */
const createPending = () => {
  const ids = new Set<unknown>();
  let onEmpty: (() => void) | undefined;
  const settle = (id: unknown): void => {
    ids.delete(id);
    if (ids.size === 0) onEmpty?.();
  };
  return {
    received: ({ id, method, params }: JsonObject): void => {
      if (id !== undefined && method !== undefined && method !== 'subscriptions/listen')
        ids.add(id);
      if (method === 'notifications/cancelled')
        settle((params as JsonObject | undefined)?.['requestId']);
    },
    sent: (message: JSONRPCMessage): void => {
      if ('id' in message && !('method' in message)) settle(message.id);
    },
    allSettled: (): Promise<void> =>
      new Promise((resolve) => {
        onEmpty = resolve;
        if (ids.size === 0) resolve();
      }),
  };
};

/** Makes the transport; nothing is read before it is started. */
export const createStdioTransport = (options: StdioTransportOptions): StdioTransport => {
  const { input, output, clock } = options;
  const frames = createLineFrames(longestMessage);
  const pending = createPending();
  let isClosed = false;
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const write = (message: unknown): Promise<void> =>
    new Promise((resolve, reject) => {
      output.write(`${JSON.stringify(message)}\n`, (error) => (error ? reject(error) : resolve()));
    });

  const take = (line: Buffer): void => {
    const text = textOfLine(line);
    if (text === '') return;
    for (const judged of text === undefined ? [notUtf8] : judgeLine(text)) {
      if (judged.kind === 'refused') void write(errorOf(judged)).catch(() => {});
      else {
        pending.received(judged.message);
        transport.onmessage?.(judged.message as JSONRPCMessage);
      }
    }
  };
  const onData = (bytes: Buffer): void => {
    const lines = frames.push(bytes);
    if (lines) {
      for (const line of lines) take(line);
      return;
    }
    input.off('data', onData);
    options.tooLong();
  };
  const onEnd = (): void => {
    const patience = new AbortController();
    const late = clock.sleep(graceAfterEnd, patience.signal).catch(() => {});
    void Promise.race([pending.allSettled(), late]).then(() => {
      patience.abort();
      finish();
    });
  };
  // Whoever no longer reads cannot be answered.
  const onGone = (): void => finish();

  const transport: StdioTransport = {
    finished,
    start: async () => {
      input.on('data', onData);
      input.once('end', onEnd);
      input.once('error', onGone);
      output.on('error', onGone);
    },
    send: async (message) => {
      if (isClosed) throw new Error('The connection is closed.');
      pending.sent(message);
      await write(message);
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      input.off('data', onData);
      input.pause();
      transport.onclose?.();
    },
  };
  return transport;
};
