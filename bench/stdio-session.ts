// A bare MCP client over stdio, without an SDK whose own start would be measured along.
import { spawn } from 'node:child_process';
import { measuredEnvironment } from './environment.ts';

/** A started program that speaks MCP over stdio. */
export interface StdioSession {
  /** Sends a request and resolves with its result; rejects with the error's message. */
  request(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  notify(method: string): void;
  /** Ends the program and waits for it. */
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** How an old-generation client introduces itself. */
export const introduction = {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'bench', version: '1.0.0' },
};

/**
 * Starts a program in the measured environment.
 *
 * @param command Path of the program.
 * @param args Its arguments.
 */
export const startSession = (command: string, args: readonly string[]): StdioSession => {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: measuredEnvironment(),
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const waiting = new Map<number, (answer: Answer) => void>();
  let rest = '';
  let lastId = 0;
  const send = (message: object): void => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const answer: Answer = JSON.parse(line);
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  void ended.then(() => {
    for (const finish of waiting.values()) finish({ error: { message: 'The program has ended.' } });
  });
  return {
    request: (method, params = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const id = lastId;
        waiting.set(id, (answer) => {
          waiting.delete(id);
          if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
          else resolve(answer.result);
        });
        send({ id, method, params });
      }),
    notify: (method) => send({ method }),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
};

/** Says hello and lists the tools. */
export const listTools = async (session: StdioSession): Promise<readonly object[]> => {
  await session.request('initialize', introduction);
  session.notify('notifications/initialized');
  const result = (await session.request('tools/list')) as { readonly tools: readonly object[] };
  return result.tools;
};
