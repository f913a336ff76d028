// The real tools behind each kind of gate: who sees and may do what.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/configuration/settings.ts';
import { addAgent, type NewAgent } from '../../src/http/authentication/add-agent.ts';
import { serveTools } from '../../src/http/serve-tools.ts';
import { createProgram } from '../../src/program.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { connectNew, connectOld } from './clients.ts';
import { callModern, post, send } from './open-server.ts';
import { realClock } from './real-clock.ts';
import { box, serveSimulated } from './serve-simulated.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Said {
  readonly error?: { readonly code: string; readonly message: string };
}

const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });

const errorOf = (result: { readonly content: unknown }): Said['error'] => {
  const [block] = result.content as readonly { readonly text: string }[];
  return (JSON.parse(block?.text ?? '{}') as Said).error;
};

describe('agents', () => {
  const everything = 'sandbox:domain:create,domain:read,domain:update,domain:delete,droplet:read';
  const open = async (agents: readonly Omit<NewAgent, 'token'>[]) => {
    const policy = join(temporaryFolder(), 'agents.json');
    const keys = agents.map(
      (agent) => addAgent(policy, { ...agent, token: { env: 'TEAM' } }, randomBytes).key,
    );
    const served = await serveSimulated({ auth: 'agents', policy }, { TEAM: everything });
    return { ...served, keys };
  };

  it('see what both their entry and the token allow, over both generations', async () => {
    const { url, keys } = await open([
      { name: 'reader', access: 'read', areas: ['domains'] },
      { name: 'writer', access: 'write', excludeTools: ['domains_delete'] },
    ]);
    const reader = await connectNew(url, bearer(keys[0] ?? ''));
    const seen = (await reader.listTools()).tools.map(({ name }) => name);
    expect(seen).toContain('domains_list');
    expect(seen.filter((name) => /create|delete|update|droplet/.test(name))).toEqual([]);
    const { client: writer } = await connectOld(url, { headers: bearer(keys[1] ?? '') });
    const others = (await writer.listTools()).tools.map(({ name }) => name);
    expect(others).toContain('domains_create');
    expect(others).toContain('droplets_list');
    expect(others).not.toContain('domains_delete');
    expect(others).not.toContain('droplets_create');
  });

  it('are refused what they do not see, with the reason', async () => {
    const { url, keys } = await open([{ name: 'reader', access: 'read', areas: ['domains'] }]);
    const reader = await connectNew(url, bearer(keys[0] ?? ''));
    const write = await reader.callTool({
      name: 'domains_create',
      arguments: { name: 'example.com' },
    });
    expect(errorOf(write)?.code).toBe('not_allowed');
    const elsewhere = await reader.callTool({ name: 'droplets_list' });
    expect(errorOf(elsewhere)?.code).toBe('not_allowed');
  });
});

describe('a real token', () => {
  const real = { DIGITALOCEAN_TOKEN: 'dop_v1_0123456789abcdef0123456789abcdef' };
  const serve = async (values: Parameters<typeof readSettings>[0]) => {
    const settings = readSettings(
      {
        port: '0',
        logLevel: 'silent',
        scopes: 'account:read',
        stateDir: newStateFolder(),
        ...values,
      },
      real,
      box.names,
    );
    const program = createProgram(settings, box, { clock: realClock, environment: {} });
    return serveTools({
      program,
      settings,
      box,
      environment: {},
      clock: realClock,
      metrics: null,
      defaultPort: 0,
      drainTimes: { notice: 0, finish: 0 },
    });
  };

  it('is behind a key that is made at the start and kept for its owner only', async () => {
    const keyFile = join(temporaryFolder(), 'key');
    const { server, key } = await serve({ keyFile });
    const { port } = server;
    expect((await callModern({ port, tool: 'account_get' })).status).toBe(401);
    expect(
      (await callModern({ port, tool: 'account_get', headers: bearer(real.DIGITALOCEAN_TOKEN) }))
        .status,
    ).toBe(401);
    const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    expect((await post(port, list)).status).toBe(401);
    expect((await post(port, list, bearer(key?.key ?? ''))).status).toBe(200);
    expect(key?.made).toBe(true);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    await server.drain();
    const again = await serve({ keyFile });
    expect(again.key).toMatchObject({ key: key?.key, made: false });
    await again.server.drain();
  });

  it('is not served to anyone, and the refusal says what to do', async () => {
    await expect(serve({ auth: 'none' })).rejects.toThrow(/--auth token or --auth agents/);
  });
});

describe('the numbers', () => {
  it('tell calls by tool and outcome, and the quota that is left', async () => {
    const { port } = await serveSimulated();
    await callModern({ port, tool: 'account_get' });
    await callModern({ port, tool: 'droplets_get', arguments: { droplet_id: 'x' } });
    await callModern({ port, tool: 'no_such_tool' });
    const { text } = await send({ port, path: '/metrics' });
    expect(text).toContain('do_mcp_calls_total{tool="account_get",outcome="ok"} 1');
    expect(text).toContain('do_mcp_calls_total{tool="droplets_get",outcome="refused"} 1');
    expect(text).toContain('do_mcp_call_duration_seconds_count{tool="account_get"} 1');
    expect(text).toMatch(/^do_mcp_quota_left \d+$/m);
    expect(text).not.toContain('no_such_tool');
    expect(text).not.toContain('do_mcp_redis_degraded');
  });
});
