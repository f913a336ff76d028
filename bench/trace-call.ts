// Traces one call by V8's coverage: files and functions entered, and files entered for two reasons. A folder after it traces other sources.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { serveSimulation } from '../src/simulation/serve.ts';
import { systemClock } from '../src/system.ts';
import { measuredEnvironment } from './environment.ts';
import { type EnteredFile, reasonsFor } from './trace/entered.ts';

const [folder = '.', ...flags] = process.argv.slice(2);
const root = resolve(folder);
const program = fileURLToPath(new URL('./trace/traced-program.ts', import.meta.url));
const upstream = await serveSimulation({ clock: systemClock });

const words = (command: string): string[] => [
  ...['--import', 'tsx', program, root, command],
  ...[
    '--api-url',
    upstream.url,
    '--scopes',
    'api:write',
    '--log-level',
    'error',
    '--confirm',
    'never',
  ],
];
const environment = { ...measuredEnvironment(), DIGITALOCEAN_TOKEN: 'sandbox' } as Record<
  string,
  string
>;

interface Call {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

const list: Call = { name: 'droplets_list', arguments: {} };
const create = (number: number): Call => ({
  name: 'droplets_create',
  arguments: {
    name: `traced-${number}`,
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
  },
});

const taken = async (child: ChildProcess): Promise<readonly EnteredFile[]> => {
  child.send('taken');
  const [files] = await once(child, 'message');
  return files;
};

const tell = (what: string, files: readonly EnteredFile[]): void => {
  const functions = files.reduce((sum, file) => sum + file.functions.length, 0);
  const twice = files.flatMap((file) => {
    const reasons = reasonsFor(file);
    return reasons.length > 1 ? [`  ${file.path}: ${reasons.join(', ')}`] : [];
  });
  console.log(
    `${what}: ${files.length} files, ${functions} functions, ${twice.length} files for two reasons`,
  );
  for (const line of twice) console.log(line);
  if (flags.includes('--files'))
    for (const { path, functions: ran } of files)
      console.log(`    ${path}: ${ran.map(({ name }) => name || '(unnamed)').join(', ')}`);
};

/** What the second of two equal calls entered: the first one loads and remembers. */
const second = async (
  child: ChildProcess,
  call: (number: number) => Promise<unknown>,
): Promise<readonly EnteredFile[]> => {
  await call(1);
  await taken(child);
  await call(2);
  return taken(child);
};

const traceStdio = async (): Promise<void> => {
  const child = spawn(process.execPath, words('stdio'), {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the program has no pipes');
  const lines = createInterface({ input: stdout });
  const ask = async (method: string, params: unknown): Promise<void> => {
    stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })}\n`);
    const [line] = await once(lines, 'line');
    if (String(line).includes('"isError":true')) throw new Error(String(line).slice(0, 300));
  };
  const callTool = (call: Call): Promise<void> => ask('tools/call', call);
  await ask('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'trace', version: '1' },
  });
  stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
  tell('list over stdio', await second(child, () => callTool(list)));
  tell('create over stdio', await second(child, (number) => callTool(create(number))));
  child.kill();
};

const traceHttp = async (): Promise<void> => {
  const keys = mkdtempSync(join(tmpdir(), 'do-mcp-trace-'));
  const keyFile = join(keys, 'key');
  const port = 18_000 + (process.pid % 2_000);
  const child = spawn(process.execPath, [...words('http'), '--port', String(port)], {
    env: { ...environment, DO_MCP_KEY_FILE: keyFile },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/healthz`).catch(() => undefined)))
    await new Promise((done) => setTimeout(done, 100));
  const post = async (call: Call): Promise<void> => {
    const reply = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2025-11-25',
        authorization: `Bearer ${readFileSync(keyFile, 'utf8').trim()}`,
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: call }),
    });
    const text = await reply.text();
    if (!reply.ok || text.includes('"isError":true')) throw new Error(text.slice(0, 300));
  };
  tell('list over HTTP', await second(child, () => post(list)));
  tell('create over HTTP', await second(child, (number) => post(create(number))));
  child.kill();
  rmSync(keys, { recursive: true });
};

await traceStdio();
await traceHttp();
await upstream.close();
