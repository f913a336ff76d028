// Starts a server as a client would, asks it for its tools, and ends it: within bounds of time and of what it says.
import { spawn } from 'node:child_process';
import { isObject } from '../../tools/json-object.ts';
import { codeOf } from '../files/error-code.ts';

/** How a server is started. */
export interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What came of it. */
export type TriedServer =
  | { readonly works: true; readonly tools: number; readonly took: number }
  /** Why not, as a part of a sentence. */
  | { readonly works: false; readonly trouble: string };

/** How long a server may take to start and to list its tools, in milliseconds; npx may have to install it first. */
const patience = 20_000;
/** The longest answer, in characters. */
const longest = 8 * 1024 * 1024;

const opening = [
  {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'do-mcp doctor', version: '1' },
    },
  },
  { jsonrpc: '2.0', method: 'notifications/initialized' },
  { jsonrpc: '2.0', id: 2, method: 'tools/list', params: {} },
] as const;

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** The number of tools in an answer to the second question; undefined while it is no such answer. */
const toolsIn = (line: string): number | string | undefined => {
  const message = parsed(line);
  if (!isObject(message)) return undefined;
  const { id, result, error } = message;
  if ((id === 1 || id === 2) && isObject(error))
    return `it answered with an error: ${String(error['message'])}`;
  if (id !== 2 || !isObject(result) || !Array.isArray(result['tools'])) return undefined;
  return result['tools'].length;
};

/** The last line that says something, for people. */
const lastOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .at(-1)
    ?.slice(0, 300) ?? '';

/** npx and the like are scripts on Windows, which only a shell starts. */
const needsShell = (command: string): boolean =>
  process.platform === 'win32' && !/\.exe$/i.test(command);

const quoted = (word: string): string => (/[\s&()^]/.test(word) ? `"${word}"` : word);

/** Starts a server and asks it for its tools; never throws, and ends it whatever comes. */
export const tryServer = ({ command, args, env }: Start): Promise<TriedServer> =>
  new Promise((resolve) => {
    const began = performance.now();
    const inShell = needsShell(command);
    const child = spawn(
      inShell ? quoted(command) : command,
      inShell ? args.map(quoted) : [...args],
      {
        env: { ...env },
        shell: inShell,
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    let said = '';
    let rest = '';
    let isOver = false;
    const end = (result: TriedServer): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      child.stdin.destroy();
      child.kill();
      // What does not end by itself is not waited for.
      setTimeout(() => child.kill('SIGKILL'), 2_000).unref();
      child.unref();
      resolve(result);
    };
    const timer = setTimeout(
      () =>
        end({
          works: false,
          trouble: `it did not list its tools within ${patience / 1_000} seconds`,
        }),
      patience,
    );
    child.once('error', (error) =>
      end({
        works: false,
        trouble:
          codeOf(error) === 'ENOENT'
            ? `there is no program ${command} on the PATH`
            : `${command} cannot be started (${codeOf(error) ?? 'unknown reason'})`,
      }),
    );
    child.once('close', (code) => {
      const words = lastOf(said);
      end({
        works: false,
        trouble: `it ended with ${code ?? 'a signal'}${words === '' ? '' : `: ${words}`}`,
      });
    });
    child.stdin.on('error', () => undefined);
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4_000);
    });
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longest) end({ works: false, trouble: 'its answer has no end' });
      for (const line of lines) {
        const tools = toolsIn(line);
        if (typeof tools === 'string') end({ works: false, trouble: tools });
        else if (tools !== undefined)
          end({ works: true, tools, took: Math.round(performance.now() - began) });
      }
    });
    child.stdin.write(opening.map((message) => `${JSON.stringify(message)}\n`).join(''));
  });
