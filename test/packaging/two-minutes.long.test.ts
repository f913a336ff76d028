// The way of a newcomer, by the clock: from npm install of the packed file to the first answer, in a client that
// do-mcp init has set up. The registry's own time is left out: npm works from the packed file.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { build } from '../../scripts/set-up/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'do-mcp-newcomer-'));
const home = join(scratch, 'home');
const folder = join(home, 'project');

/** The variables of somebody who has just installed Node.js. */
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  USERPROFILE: home,
  XDG_CONFIG_HOME: join(home, '.config'),
  XDG_STATE_HOME: join(home, '.local', 'state'),
};

const run = (command: string, ...words: readonly string[]): string =>
  execFileSync(command, words, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });

const written = z.object({
  mcpServers: z.object({
    digitalocean: z.object({
      command: z.string(),
      args: z.array(z.string()),
      env: z.record(z.string(), z.string()).optional(),
    }),
  }),
});

let packed = '';

beforeAll(async () => {
  expect(await build(root)).toBe(0);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const told: readonly { filename: string }[] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    }),
  );
  packed = join(scratch, told[0]?.filename ?? 'nothing');
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('somebody who has never seen it', () => {
  it('has an answer in their client within twenty seconds of npm install', async () => {
    const began = performance.now();
    run('npm', 'install', '--offline', '--no-audit', '--no-fund', '--legacy-peer-deps', packed);
    run('npx', '--offline', 'do-mcp', 'init', 'cursor', '--sandbox', '--write');

    const file = readFileSync(join(home, '.cursor', 'mcp.json'), 'utf8');
    const { digitalocean } = written.parse(JSON.parse(file)).mcpServers;
    const client = new Client({ name: 'cursor-vscode', version: '1' });
    const transport = new StdioClientTransport({
      command: digitalocean.command,
      args: digitalocean.args,
      env: { ...env, ...digitalocean.env },
    });
    // The old SDK's declarations do not know exactOptionalPropertyTypes.
    await client.connect(transport as Parameters<Client['connect']>[0]);
    try {
      const answer = await client.callTool({ name: 'droplets_list', arguments: {} });
      const seconds = (performance.now() - began) / 1_000;
      expect(JSON.stringify(answer)).toContain('web-01');
      console.log(`From npm install to the first answer: ${seconds.toFixed(1)} s.`);
      expect(seconds).toBeLessThan(20);
    } finally {
      await client.close();
    }
  }, 60_000);
});
