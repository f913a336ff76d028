// The built program over HTTP: what it says at start, who gets in, and that its token is in nothing it writes.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterEach, describe, expect, it } from 'vitest';

const program = new URL('../../dist/do-mcp.cjs', import.meta.url).pathname;
const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Started {
  readonly child: ChildProcess;
  readonly url: URL;
  /** Everything written so far. */
  written(): string;
}

const start = async (
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Started> => {
  const child = spawn(process.execPath, [program, 'http', '--port', '0', ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOME: mkdtempSync(join(tmpdir(), 'home-')), ...env },
  });
  closers.push(() => child.kill('SIGKILL'));
  let text = '';
  const url = await new Promise<URL>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const found = /at (http:\S+\/mcp)\n/.exec(text);
      if (found?.[1] && text.includes('For your MCP client')) resolve(new URL(found[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
  return { child, url, written: () => text };
};

/** A request with headers that fetch would not let us set. */
const raw = (
  url: URL,
  headers: Record<string, string>,
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
      },
      (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }));
  });

/** An API that knows the token and echoes it where it should not. */
const startApi = async (): Promise<string> => {
  const server = createServer((incoming, response) => {
    response.setHeader('content-type', 'application/json');
    if (incoming.url?.includes('/token/info'))
      response.end(JSON.stringify({ scopes: ['droplet:read', 'account:read'] }));
    else if (incoming.url?.startsWith('/v2/account'))
      response.end(JSON.stringify({ account: { team: { name: 'Web team' } } }));
    else {
      response.statusCode = 403;
      response.end(
        JSON.stringify({
          id: 'forbidden',
          message: `token ${incoming.headers.authorization} may not`,
        }),
      );
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('do-mcp http on the simulation', () => {
  it('says what it serves, and serves clients of both generations', async () => {
    const { url, written } = await start(['--sandbox']);
    expect(written()).toMatch(/simulated DigitalOcean: nothing here is real/);
    expect(written()).toMatch(
      /602 of 644 tools: full access; 69 are listed, finders reach the rest/,
    );
    const configuration = JSON.parse(
      written().slice(written().indexOf('{'), written().lastIndexOf('}') + 1),
    ) as {
      mcpServers: { digitalocean: { url: string; headers?: unknown } };
    };
    expect(configuration.mcpServers.digitalocean).toEqual({ type: 'http', url: url.href });
    const young = new Client(
      { name: 't', version: '1' },
      { versionNegotiation: { mode: { pin: '2026-07-28' } } },
    );
    await young.connect(new StreamableHTTPClientTransport(url));
    const old = new OldClient({ name: 't', version: '1' });
    await old.connect(new OldTransport(url) as Parameters<OldClient['connect']>[0]);
    closers.push(
      () => young.close(),
      () => old.close(),
    );
    expect((await young.listTools()).tools.length).toBe(74);
    expect((await old.listTools()).tools.length).toBe(74);
    for (const reply of [
      await young.callTool({ name: 'account_get', arguments: {} }),
      await old.callTool({ name: 'account_get', arguments: {} }),
    ])
      expect(JSON.stringify(reply)).toContain('Sandbox Team');
  });

  it('lets in neither foreign hosts nor foreign pages', async () => {
    const { url } = await start(['--sandbox']);
    expect((await raw(url, { host: 'evil.example.com' })).status).toBe(403);
    expect((await raw(url, { origin: 'https://evil.example.com' })).status).toBe(403);
    expect((await raw(url, { origin: 'null' })).status).toBe(403);
    expect((await raw(url, {})).status).toBe(200);
  });

  it('stops in order when it is told to', async () => {
    const { child } = await start(['--sandbox', '--log-level', 'silent']);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
  });
});

describe('do-mcp http with a real token', () => {
  it('lets nobody in without the key, which it keeps in a file and prints nowhere but on a terminal', async () => {
    const keyFile = join(mkdtempSync(join(tmpdir(), 'key-')), 'key');
    const api = await startApi();
    const { url, written } = await start(['--api-url', api], {
      DIGITALOCEAN_TOKEN: token,
      DO_MCP_KEY_FILE: keyFile,
    });
    const key = readFileSync(keyFile, 'utf8').trim();
    expect(statSync(keyFile).mode & 0o077).toBe(0);
    expect(written()).not.toContain(key);
    expect(written()).toContain(keyFile);
    expect(written()).toMatch(/of Web team \(token dop_v1_…cdef\)/);
    const without = await raw(url, {});
    expect(without.status).toBe(401);
    expect(without.headers['www-authenticate']).toMatch(/^Bearer/);
    expect((await raw(url, { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await raw(url, { authorization: `Bearer ${token}` })).status).toBe(401);
    expect((await raw(url, { authorization: `Bearer ${key}` })).status).toBe(200);
    const client = new Client(
      { name: 't', version: '1' },
      { versionNegotiation: { mode: { pin: '2026-07-28' } } },
    );
    await client.connect(
      new StreamableHTTPClientTransport(url, {
        requestInit: { headers: { authorization: `Bearer ${key}` } },
      }),
    );
    closers.push(() => client.close());
    expect((await client.listTools()).tools.map((tool) => tool.name)).toContain('droplets_list');
    const reply = await client.callTool({ name: 'droplets_list', arguments: {} });
    expect(reply.isError).toBe(true);
    const everything = written().replaceAll('dop_v1_…cdef', '') + JSON.stringify(reply);
    expect(everything).not.toContain(token.slice(-4));
    expect(everything).not.toContain(key);
  });

  it('keeps its key over a restart', async () => {
    const keyFile = join(mkdtempSync(join(tmpdir(), 'key-')), 'key');
    const env = { DIGITALOCEAN_TOKEN: token, DO_MCP_KEY_FILE: keyFile };
    const api = await startApi();
    (await start(['--api-url', api], env)).child.kill('SIGKILL');
    const key = readFileSync(keyFile, 'utf8');
    const { url } = await start(['--api-url', api], env);
    expect(readFileSync(keyFile, 'utf8')).toBe(key);
    expect((await raw(url, { authorization: `Bearer ${key.trim()}` })).status).toBe(200);
  });

  it.each([
    [['--auth', 'none'], /real account to everyone/],
    [['--auth', 'agents'], /--policy/],
    [['--host', '0.0.0.0'], /--public-url/],
  ])('refuses %j', async (args, reason) => {
    await expect(start(args, { DIGITALOCEAN_TOKEN: token })).rejects.toThrow(reason);
  });
});
