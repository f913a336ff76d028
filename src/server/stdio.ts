// Serves one client over stdin and stdout, in either protocol generation.
// The SDK speaks from the first byte on. Answering the opening ourselves, before it is loaded, would save a third of a
// start; it was tried and left out: a second implementation of the protocol is not worth thirty milliseconds.
import type { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio as serve } from '@modelcontextprotocol/server/stdio';

/** The longest message, in bytes. The SDK's own limit of 10 MiB ends a connection without a word. */
const longestMessage = 16 * 1024 * 1024;

/** What stdio needs from the program around it. */
export interface StdioOptions {
  /** Builds the server for a connection; called twice when a client probes first. */
  readonly build: () => McpServer;
  /** Told once why the connection ended, when it did not end by the client closing it. */
  readonly failed: (reason: string) => void;
}

/** A stdio connection. */
export interface StdioConnection {
  /** Tells the client that the list of tools has changed. */
  listChanged(): void;
  close(): Promise<void>;
}

/** Starts serving; resolves nothing by itself: the process ends when stdin does. */
export const serveStdio = (options: StdioOptions): StdioConnection => {
  let current: McpServer | undefined;
  const transport = new StdioServerTransport(process.stdin, process.stdout, {
    maxBufferSize: longestMessage,
  });
  const handle = serve(
    () => {
      current = options.build();
      return current;
    },
    {
      transport,
      onerror: (error) => {
        if (/buffer|exceed/i.test(error.message))
          options.failed(`a message was longer than ${longestMessage / 1024 / 1024} MiB`);
      },
    },
  );
  return {
    listChanged: () => {
      // Before the first exchange there is nobody to tell.
      void Promise.resolve(current?.sendToolListChanged()).catch(() => {});
    },
    close: () => handle.close(),
  };
};
