// The one kind of state between requests: sessions of old-generation clients that can ask their user.
import { McpServer } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { createFailedAttempts } from '../../src/http/authentication/failed-attempts.ts';
import { requireToken } from '../../src/http/authentication/token.ts';
import { usualLimits } from '../../src/http/http-limits.ts';
import { createManualClock } from '../manual-clock.ts';
import { connectNew, connectOld } from './clients.ts';
import { deferred } from './deferred.ts';
import { callModern, openServer, post, send } from './open-server.ts';

const initialize = (capabilities: object = { elicitation: {} }) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities,
    clientInfo: { name: 'test', version: '1' },
  },
});
const list = { jsonrpc: '2.0', id: 2, method: 'tools/list' };
const token = (name: string) => ({ authorization: `Bearer dop_v1_${name}` });

const anyToken = () =>
  requireToken({
    open: (credential) => ({ id: credential.slice(-4) }),
    grantOf: async () => ({
      kind: 'known',
      scopes: new Set<string>(),
      source: 'digitalocean',
      expiresAt: null,
    }),
    failures: createFailedAttempts({}),
    clock: createManualClock(),
  });

const sessionOf = async (
  port: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const { headers: reply } = await post(port, initialize(), headers);
  const id = reply['mcp-session-id'];
  if (typeof id !== 'string') throw new Error('no session was opened');
  return id;
};

const sessionsOpen = async (port: number): Promise<number> => {
  const { text } = await send({ port, path: '/metrics' });
  return Number(/^do_mcp_sessions (\d+)$/m.exec(text)?.[1]);
};

describe('who gets a session', () => {
  it('is an old-generation client that can ask its user, and its user is asked', async () => {
    const { url } = await openServer();
    const { client, sessionId } = await connectOld(url, { answer: 'accept' });
    expect(sessionId).toBeDefined();
    expect(await client.callTool({ name: 'ask' })).toMatchObject({
      content: [{ text: 'the user said accept' }],
    });
    const other = await connectOld(url, { answer: 'decline' });
    expect(await other.client.callTool({ name: 'ask' })).toMatchObject({
      content: [{ text: 'the user said decline' }],
    });
  });

  it('is no client that cannot ask, and none of the new generation', async () => {
    const { url, port } = await openServer();
    expect((await connectOld(url)).sessionId).toBeUndefined();
    const client = await connectNew(url);
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain('ask');
    expect(await sessionsOpen(port)).toBe(0);
  });
});

describe('a session', () => {
  it('is unknown to a server that does not hold it, as after a restart or at another replica', async () => {
    const { port } = await openServer();
    const reply = await post(port, list, {
      'mcp-session-id': 'ffffffff-0000-4000-8000-000000000000',
    });
    expect(reply.status).toBe(404);
    expect(JSON.parse(reply.text).error.message).toContain('initialize');
  });

  it('belongs to the token that opened it: for any other it is as unknown as one that never was', async () => {
    const { port } = await openServer({ authenticator: anyToken() });
    const id = await sessionOf(port, token('aaaa'));
    const stolen = await post(port, list, { ...token('bbbb'), 'mcp-session-id': id });
    const invented = await post(port, list, { ...token('bbbb'), 'mcp-session-id': 'invented' });
    expect(stolen).toMatchObject({ status: 404, text: invented.text });
    const own = await post(port, list, { ...token('aaaa'), 'mcp-session-id': id });
    expect(own.status).toBe(200);
    const ended = await send({
      port,
      method: 'DELETE',
      headers: { ...token('bbbb'), 'mcp-session-id': id },
    });
    expect(ended.status).toBe(404);
  });

  it('keeps no rights: it asks for those of whoever made its latest request, and none once that is out', async () => {
    let rights: string | null = 'all';
    const clock = createManualClock();
    const { port } = await openServer({
      clock,
      authenticator: {
        authenticate: () => ({ id: 'one', rights }),
        now: (principal) => (rights === null ? null : principal),
      },
      factory: (_context, _principal, now) => {
        const server = new McpServer({ name: 'small', version: '1' });
        const told = () => JSON.stringify(now());
        server.registerTool('rights', { description: 'Tells them.' }, () => ({
          content: [{ type: 'text', text: told() }],
        }));
        return server;
      },
    });
    const session = { 'mcp-session-id': await sessionOf(port) };
    const call = { jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 'rights' } };
    expect((await post(port, call, session)).text).toContain('all');
    rights = 'few';
    expect((await post(port, call, session)).text).toContain('few');
    rights = null;
    await clock.advance(1_000);
    expect((await post(port, call, session)).status).toBe(404);
  });

  it('ends when its client says so', async () => {
    const { url, port } = await openServer();
    const { end } = await connectOld(url, { answer: 'accept' });
    expect(await sessionsOpen(port)).toBe(1);
    await end();
    expect(await sessionsOpen(port)).toBe(0);
  });

  it('ends after it has been idle for too long, not while it is used', async () => {
    const clock = createManualClock();
    const { port } = await openServer({ clock });
    const idle = await sessionOf(port);
    const used = await sessionOf(port);
    await clock.advance(1_700_000);
    expect((await post(port, list, { 'mcp-session-id': used })).status).toBe(200);
    await clock.advance(200_000);
    expect((await post(port, list, { 'mcp-session-id': idle })).status).toBe(404);
    expect((await post(port, list, { 'mcp-session-id': used })).status).toBe(200);
  });

  it('answers of the user get through although all places are taken by calls that wait for them', async () => {
    const { url } = await openServer({
      limits: { ...usualLimits, calls: { ...usualLimits.calls, runningEach: 1 } },
    });
    const { client } = await connectOld(url, { answer: 'accept' });
    const answers = await Promise.all([1, 2, 3].map(() => client.callTool({ name: 'ask' })));
    expect(answers).toHaveLength(3);
  });
});

describe('the number of sessions', () => {
  const limits = { ...usualLimits, sessions: { each: 3, all: 5, idle: 60_000 } };

  it('is bounded for each principal: its own oldest unused one makes room', async () => {
    const { port } = await openServer({ limits });
    const first = await sessionOf(port);
    for (let one = 0; one < 3; one++) await sessionOf(port);
    expect(await sessionsOpen(port)).toBe(3);
    expect((await post(port, list, { 'mcp-session-id': first })).status).toBe(404);
  });

  it('stays within its bound when many are opened at the same time', async () => {
    const all = deferred();
    let coming = 0;
    const { port } = await openServer({
      limits,
      factory: async () => {
        coming += 1;
        if (coming === 10) all.resolve();
        await all.promise;
        return new McpServer({ name: 'slow', version: '1' });
      },
    });
    const replies = await Promise.all(Array.from({ length: 10 }, () => post(port, initialize())));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect(replies.filter(({ headers }) => 'mcp-session-id' in headers)).toHaveLength(3);
    expect(await sessionsOpen(port)).toBe(3);
  });

  it('is bounded for all: whoever has most makes room for a newcomer', async () => {
    const { port } = await openServer({ limits, authenticator: anyToken() });
    for (let one = 0; one < 3; one++) await sessionOf(port, token('loud'));
    const quiet = await sessionOf(port, token('mild'));
    await sessionOf(port, token('calm'));
    await sessionOf(port, token('new1'));
    expect(await sessionsOpen(port)).toBe(5);
    expect((await post(port, list, { ...token('mild'), 'mcp-session-id': quiet })).status).toBe(
      200,
    );
  });

  it('leaves clients without a session, but served, when every session is in use', async () => {
    const { port, holding, url } = await openServer({
      limits: { ...limits, sessions: { each: 1, all: 1, idle: 60_000 } },
    });
    const { client } = await connectOld(url, { answer: 'accept' });
    void client.callTool({ name: 'hold' }).catch(() => {});
    await holding(1);
    const reply = await post(port, initialize());
    expect(reply.status).toBe(200);
    expect(reply.headers['mcp-session-id']).toBeUndefined();
    expect((await callModern({ port, tool: 'whoami' })).status).toBe(200);
  });
});
