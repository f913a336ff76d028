// Serves one client over stdin and stdout, in either protocol generation.
// The SDK speaks from the first byte on. Answering the opening ourselves, before it is loaded, would save a third of a
// start; it was tried and left out: a second implementation of the protocol is not worth thirty milliseconds.
import type { Server } from '@modelcontextprotocol/server';
import { serveStdio as serve } from '@modelcontextprotocol/server/stdio';
import type { Clock } from '../ports.ts';
import { createStdioTransport, longestMessage } from './stdio-transport.ts';

/** What stdio needs from the program around it. */
export interface StdioOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly clock: Clock;
  /** Builds the server for a connection; called twice when a client probes first. */
  readonly build: () => Server;
  /** Told once why the connection ended, when it did not end by the client closing it. */
  readonly failed: (reason: string) => void;
}

/** A stdio connection. */
export interface StdioConnection {
  /** Tells the client that the list of tools has changed. */
  listChanged(): void;
  /** Resolves when the client has hung up and what it had asked for is answered. */
  readonly finished: Promise<void>;
  close(): Promise<void>;
}

/** Starts serving. */
export const serveStdio = (options: StdioOptions): StdioConnection => {
  const { input, output, clock } = options;
  let current: Server | undefined;
  const transport = createStdioTransport({
    input,
    output,
    clock,
    tooLong: () => options.failed(`a message was longer than ${longestMessage / 1024 / 1024} MiB`),
  });
  const handle = serve(
    () => {
      current = options.build();
      return current;
    },
    { transport },
  );
  return {
    finished: transport.finished,
    listChanged: () => {
      // Before the first exchange there is nobody to tell.
      void Promise.resolve(current?.sendToolListChanged()).catch(() => {});
    },
    close: () => handle.close(),
  };
};
