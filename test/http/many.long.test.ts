// Many tenants, many sessions, one that is loud: each is served, and memory stays within bounds.
import { Agent, request } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Authenticator } from '../../src/http/authentication/authenticator.ts';
import { usualLimits } from '../../src/http/http-limits.ts';
import type { Principal } from '../../src/http/principal.ts';
import { messageText } from './event-text.ts';
import { liveMegabytes } from './memory.ts';
import { callModern, openServer, post, type RawReply, send } from './open-server.ts';
import { serveSimulated } from './serve-simulated.ts';

/** Everyone is who they say they are. */
const byName: Authenticator<Principal> = {
  authenticate: (headers) => ({ id: headers.header('authorization') ?? 'nobody' }),
};

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: { elicitation: {} },
    clientInfo: { name: 't', version: '1' },
  },
};

/** So many tasks, some at a time. */
const inTurns = async (
  count: number,
  atATime: number,
  task: (index: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await task(next++);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
};

describe('a loud neighbour', () => {
  const as = (who: string) => ({ authorization: who });

  it('fills its own places and its own queue; others are answered as if it were not there', async () => {
    const { port, holding } = await openServer({
      authenticator: byName,
      limits: {
        ...usualLimits,
        calls: { runningEach: 8, waitingEach: 16, runningAll: 64, longestWait: 60_000 },
      },
    });
    const loud = Array.from({ length: 40 }, () =>
      callModern({ port, tool: 'hold', headers: as('loud') }),
    );
    const settled: RawReply[] = [];
    for (const call of loud)
      void call.then(
        (reply) => settled.push(reply),
        () => {},
      );
    await holding(8);
    await expect.poll(() => settled.length).toBe(16);
    expect(
      settled.every(({ status, headers }) => status === 429 && headers['retry-after'] === '1'),
    ).toBe(true);
    for (let call = 0; call < 20; call++) {
      const reply = await callModern({ port, tool: 'whoami', headers: as('quiet') });
      expect(reply.status).toBe(200);
    }
  });

  it('cannot see what others hold: each is told its own name only', async () => {
    const { port } = await openServer({ authenticator: byName });
    await inTurns(200, 20, async (index) => {
      const { text } = await callModern({ port, tool: 'whoami', headers: as(`tenant-${index}`) });
      expect(JSON.parse(text).result.content[0].text).toBe(`tenant-${index}`);
    });
  });

  it('that never ends is overtaken: its waiting calls do not stand before those of others', async () => {
    const { port, held, holding } = await openServer({
      authenticator: byName,
      limits: {
        ...usualLimits,
        calls: { runningEach: 4, waitingEach: 100, runningAll: 64, longestWait: 60_000 },
      },
    });
    const loud = Array.from({ length: 60 }, () =>
      callModern({ port, tool: 'hold', headers: as('loud') }),
    );
    await holding(4);
    let ended = 0;
    for (const call of loud) void call.then(() => (ended += 1));
    for (let call = 0; call < 20; call++) {
      const { text } = await callModern({ port, tool: 'whoami', headers: as('quiet') });
      expect(JSON.parse(text).result.content[0].text).toBe('quiet');
    }
    // Twenty calls went past the sixty that came before them, of which not one has ended.
    expect(ended).toBe(0);
    expect(held.length).toBe(4);
    while (ended < 60) {
      held[0]?.letGo();
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
});

describe('ten thousand sessions', () => {
  it('opened and dropped by one client leave its bound of them, and less than 60 MB', async () => {
    const agent = new Agent({ connections: 16 });
    onTestFinished(() => agent.close());
    const { port } = await openServer();
    const open = async (): Promise<void> => {
      const { statusCode, body } = await request(`http://127.0.0.1:${port}/mcp`, {
        dispatcher: agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
        body: JSON.stringify(initialize),
      });
      await body.dump();
      expect(statusCode).toBe(200);
    };
    await inTurns(500, 16, open);
    const before = await liveMegabytes();
    await inTurns(9_500, 16, open);
    expect((await liveMegabytes()) - before).toBeLessThan(60);
    const { text } = await send({ port, path: '/metrics' });
    expect(text).toMatch(/^do_mcp_sessions 32$/m);
    expect((await callModern({ port, tool: 'whoami' })).status).toBe(200);
  }, 120_000);
});

describe('a thousand tokens', () => {
  it('each see their own tools, and together take less than 100 MB', async () => {
    const { port } = await serveSimulated({ auth: 'token' });
    const scopes = ['droplet:read', 'domain:read', 'account:read', 'firewall:read'];
    const further = [
      'image:read',
      'regions:read',
      'sizes:read',
      'ssh_key:read',
      'vpc:read',
      'tag:read',
      'snapshot:read',
      'project:read',
    ];
    // Every token is another one: one scope that matters, and another selection of those that do not.
    const tokenOf = (index: number): string => {
      const selection = Math.floor(index / scopes.length);
      const rest = further.filter((_, bit) => (selection >> bit) % 2 === 1);
      return `sandbox:${[scopes[index % scopes.length], ...rest].join(',')}`;
    };
    const list = async (index: number): Promise<readonly string[]> => {
      const { status, text } = await post(
        port,
        { jsonrpc: '2.0', id: 1, method: 'tools/list' },
        { authorization: `Bearer ${tokenOf(index)}` },
      );
      expect(status).toBe(200);
      const { result } = JSON.parse(messageText(text));
      return result.tools.map(({ name }: { readonly name: string }) => name);
    };
    expect(new Set(Array.from({ length: 1_000 }, (_, index) => tokenOf(index))).size).toBe(1_000);
    const before = await liveMegabytes();
    await inTurns(1_000, 16, async (index) => {
      const names = await list(index);
      expect(names.includes('droplets_list')).toBe(index % 4 === 0);
      expect(names.includes('domains_list')).toBe(index % 4 === 1);
      expect(names).not.toContain('droplets_create');
    });
    expect((await liveMegabytes()) - before).toBeLessThan(100);
  }, 120_000);
});
