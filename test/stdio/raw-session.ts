// The built program with its bare streams: lines go in, lines come out, nothing is read that is not asked for.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The built program. */
export const program = new URL('../../dist/do-mcp.cjs', import.meta.url).pathname;

/** One JSON-RPC message, as far as tests look at it. */
export interface Message {
  readonly id?: unknown;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A running program. */
export interface RawSession {
  readonly child: ChildProcessWithoutNullStreams;
  send(text: string | Buffer): void;
  /** The next message that was not handed out yet. */
  next(): Promise<Message>;
  /** Ends the input and resolves with the exit code. */
  end(): Promise<number | null>;
}

/** The opening of a client of the old generation. */
export const opening = `${JSON.stringify({
  jsonrpc: '2.0',
  id: 'open',
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'raw', version: '1' },
  },
})}\n`;

/** Starts the program. */
export const startRaw = (
  args: readonly string[] = ['--sandbox'],
  env: Readonly<Record<string, string>> = {},
): RawSession => {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      XDG_STATE_HOME: process.env['XDG_STATE_HOME'] ?? '',
      ...env,
    },
  });
  const waiting: ((message: Message) => void)[] = [];
  const ready: Message[] = [];
  let rest = '';
  child.stdin.on('error', () => {});
  const listen = (): void => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const message = JSON.parse(line) as Message;
        const taker = waiting.shift();
        if (taker) taker(message);
        else ready.push(message);
      }
    });
  };
  let isListening = false;
  return {
    child,
    send: (text) => void child.stdin.write(text),
    next: () => {
      if (!isListening) listen();
      isListening = true;
      const message = ready.shift();
      return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
    },
    end: async () => {
      child.stdin.end();
      if (child.exitCode !== null) return child.exitCode;
      return ((await once(child, 'exit')) as [number | null])[0];
    },
  };
};
