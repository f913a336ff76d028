// The built program over stdio, started the way clients start it, by real clients of both generations.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterEach, describe, expect, it } from 'vitest';
import { testToken } from '../recording-transport.ts';

const program = new URL('../../dist/do-mcp.cjs', import.meta.url).pathname;
const identity = { name: 'test', version: '1' };

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Session {
  list(): Promise<string[]>;
  call(
    name: string,
    given: Record<string, unknown>,
  ): Promise<{ isError?: boolean; content: { text: string }[] }>;
}

const parameters = (args: readonly string[], env: Record<string, string> = {}) => ({
  command: process.execPath,
  args: [program, ...args],
  env: {
    PATH: process.env['PATH'] ?? '',
    XDG_STATE_HOME: process.env['XDG_STATE_HOME'] ?? '',
    ...env,
  },
  stderr: 'pipe' as const,
});

const connect = async (
  generation: 'old' | 'auto' | 'new',
  args: readonly string[],
  env?: Record<string, string>,
): Promise<Session> => {
  if (generation === 'old') {
    const client = new OldClient(identity);
    await client.connect(new OldTransport(parameters(args, env)));
    closers.push(() => client.close());
    return {
      list: async () => (await client.listTools()).tools.map((tool) => tool.name),
      call: async (name, given) => (await client.callTool({ name, arguments: given })) as never,
    };
  }
  const client = new Client(identity, {
    versionNegotiation: { mode: generation === 'auto' ? 'auto' : { pin: '2026-07-28' } },
  });
  await client.connect(new StdioClientTransport(parameters(args, env)));
  closers.push(() => client.close());
  return {
    list: async () => (await client.listTools()).tools.map((tool) => tool.name),
    call: async (name, given) => (await client.callTool({ name, arguments: given })) as never,
  };
};

const run = async (args: readonly string[], env: Record<string, string>, input = '') => {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      XDG_STATE_HOME: process.env['XDG_STATE_HOME'] ?? '',
      ...env,
    },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
};

describe.each(['old', 'auto', 'new'] as const)('a client of the generation "%s"', (generation) => {
  it('lists tools and uses them on the simulation', async () => {
    const session = await connect(generation, ['--sandbox']);
    expect(await session.list()).toContain('droplets_list');
    const reply = await session.call('droplets_list', { max_items: 2, fields: ['id', 'name'] });
    expect(JSON.parse(reply.content[0]?.text ?? '')).toMatchObject({ returned: 2 });
  });
});

describe('the process', () => {
  it('survives an argument of ten megabytes, and says what is wrong with it', async () => {
    const session = await connect('new', ['--sandbox']);
    const reply = await session.call('domains_create', { name: 'x'.repeat(10_000_000) });
    expect(reply.isError).toBe(true);
    expect(reply.content[0]?.text).toMatch(/more than 1048576 characters/);
    expect((await session.call('account_get', {})).isError).not.toBe(true);
  });

  it('ends with a reason when a message is longer than its buffer', async () => {
    const { code, err } = await run(['--sandbox'], {}, `${'x'.repeat(17 * 1024 * 1024)}\n`);
    expect(code).not.toBe(0);
    expect(err).toMatch(/longer than 16 MiB/);
  });

  it('ends by itself when stdin does', async () => {
    expect(await run(['--sandbox'], {})).toEqual({ code: 0, out: '', err: '' });
  });

  it.each([
    [['stdio'], {}, /--sandbox/],
    [['--sandbox'], { DIGITALOCEAN_TOKEN: testToken }, /real token/],
    [['stdio'], { DIGITALOCEAN_TOKEN: `dor_v1_${'f'.repeat(64)}` }, /refresh token/],
    [['stdio'], { DIGITALOCEAN_TOKEN: 'a', DIGITALOCEAN_API_TOKEN: 'b' }, /different tokens/],
  ])('refuses to start with %j %j, with exit code 2', async (args, env, reason) => {
    const { code, out, err } = await run(args, env as Record<string, string>);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(reason);
    expect(err).not.toContain('ffffffff');
  });
});

/** An API that says nothing about scopes until it is told to. */
const startApi = async () => {
  let scopes: readonly string[] | undefined;
  const server: Server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/v1/oauth/token/info')) {
      response.statusCode = scopes ? 200 : 503;
      response.end(JSON.stringify(scopes ? { scopes } : {}));
      return;
    }
    response.end(JSON.stringify({ droplets: [], meta: { total: 0 } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tell: (known: readonly string[]) => {
      scopes = known;
    },
  };
};

describe('the list of tools', () => {
  it('starts with reading while the scopes are unknown, and is announced when they become known', async () => {
    const api = await startApi();
    const client = new OldClient(identity);
    const changed = new Promise<void>((resolve) => {
      client.fallbackNotificationHandler = async ({ method }) => {
        if (method === 'notifications/tools/list_changed') resolve();
      };
    });
    await client.connect(
      new OldTransport(
        parameters(['--api-url', api.url, '--log-level', 'silent'], {
          DIGITALOCEAN_TOKEN: testToken,
        }),
      ),
    );
    closers.push(() => client.close());
    const before = (await client.listTools()).tools.map((tool) => tool.name);
    expect(before).toContain('droplets_list');
    expect(before).not.toContain('droplets_create');
    api.tell(['droplet:read', 'droplet:create']);
    // The scopes are asked for again some seconds after a failed look-up, with the next call.
    const nudge = setInterval(
      () => void client.callTool({ name: 'droplets_list', arguments: {} }).catch(() => {}),
      250,
    );
    await changed;
    clearInterval(nudge);
    expect((await client.listTools()).tools.map((tool) => tool.name)).toEqual(
      expect.arrayContaining(['droplets_list', 'droplets_create']),
    );
  });
});
