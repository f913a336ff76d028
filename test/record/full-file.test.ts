// A disk that becomes full in the middle of a line: nothing more is done, and what is on record stays whole.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedSimulation } from '../../src/simulation/serve.ts';
import { startSimulation } from '../../src/testing/start-simulation.ts';
import { linesOf, newFolder, verifyRecord } from './recorded.ts';

const program = new URL('../../dist/do-mcp.cjs', import.meta.url).pathname;

let simulation: ServedSimulation;
beforeAll(async () => {
  simulation = await startSimulation({ limits: 'off' });
});
afterAll(() => simulation.close());

/** The program, with no room for files of more than 16 KiB (32 blocks of 512 bytes). */
const startWithLittleRoom = (state: string) =>
  spawn(
    'sh',
    [
      '-c',
      `ulimit -f 32 && exec "$0" "$@"`,
      process.execPath,
      program,
      ...['stdio', '--api-url', simulation.url, '--scopes', 'api:write', '--state-dir', state],
    ],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'], DIGITALOCEAN_TOKEN: 'sandbox', DO_MCP_QUOTA: 'off' },
    },
  );

const ask = async (
  child: ChildProcessByStdio<Writable, Readable, null>,
  lines: Interface,
  id: number,
  method: string,
  params: object,
): Promise<string> => {
  const heard = once(lines, 'line');
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  const [line] = (await heard) as [string];
  return line;
};

describe.skipIf(process.platform === 'win32')('a file that may not grow further', () => {
  it('stops changes in time, goes on with reads, and stays whole', async () => {
    const state = newFolder();
    const child = startWithLittleRoom(state);
    const lines = createInterface({ input: child.stdout });
    await ask(child, lines, 0, 'initialize', {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'full', version: '1' },
    });
    const call = (id: number, name: string, given: object): Promise<string> =>
      ask(child, lines, id, 'tools/call', { name, arguments: given });
    const done: string[] = [];
    let refused = '';
    for (let change = 1; change < 40 && refused === ''; change += 1) {
      const name = `full-${change}`;
      const answer = await call(change, 'tags_create', { name });
      if (answer.includes('not_recorded')) refused = answer;
      else done.push(name);
    }
    expect(refused).toContain('the file may not grow further');
    expect(done.length).toBeGreaterThan(5);
    expect(await call(100, 'droplets_list', { max_items: 1 })).not.toContain('isError');
    child.stdin.end();
    await once(child, 'exit');
    const folder = join(state, 'record');
    const recorded = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => linesOf(join(folder, name)))
      .filter(({ kind }) => kind === 'intent');
    // The last one may have been recorded before it was sent, and not when it ended.
    expect(recorded.map(({ arguments: given }) => given)).toEqual(done.map((name) => ({ name })));
    expect(await verifyRecord(['--state-dir', state])).toMatchObject({ sound: true });
  });
});
