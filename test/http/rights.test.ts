// Every request asks who may do what now: a change of rights counts at the next one, in open sessions too.
import { randomBytes } from 'node:crypto';
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addAgent } from '../../src/http/authentication/add-agent.ts';
import { createManualClock } from '../manual-clock.ts';
import { messageText } from './event-text.ts';
import { callLegacy, post, type RawReply, send } from './open-server.ts';
import { serveSimulated } from './serve-simulated.ts';
import { temporaryFolder } from './temporary-folder.ts';

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: { elicitation: {} },
    clientInfo: { name: 'test', version: '1' },
  },
};
const list = { jsonrpc: '2.0', id: 2, method: 'tools/list' };

const messageIn = ({ text }: RawReply) => JSON.parse(messageText(text));

interface Written {
  access: string;
  areas?: readonly string[];
  excludeTools?: readonly string[];
}

const open = async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'agents.json');
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, 'sandbox');
  const agent = { name: 'one', token: { file: tokenFile }, access: 'write' as const };
  const { key } = addAgent(path, agent, randomBytes);
  const clock = createManualClock();
  const { port } = await serveSimulated({ auth: 'agents', policy: path }, {}, clock);
  const headers = { authorization: `Bearer ${key}` };
  const opened = await post(port, initialize, headers);
  const session = { ...headers, 'mcp-session-id': String(opened.headers['mcp-session-id']) };
  const change = async (edit: (agent: Written) => object | undefined): Promise<void> => {
    const content = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...content, agents: content.agents.flatMap(edit) }));
    await clock.advance(1_000);
  };
  const namesIn = async (how: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    messageIn(await post(port, list, how)).result.tools.map(({ name }: { name: string }) => name);
  const codeOf = async (tool: string, given: object, how: Readonly<Record<string, string>>) => {
    const { result } = messageIn(
      await callLegacy({ port, tool, arguments: { ...given }, headers: how }),
    );
    return JSON.parse(result.content[0].text).error?.code ?? 'ok';
  };
  return { port, path, tokenFile, clock, headers, session, change, namesIn, codeOf };
};

describe('in a session that is open already', () => {
  it('an agent that was narrowed to reading changes nothing any more', async () => {
    const { change, session, namesIn, codeOf } = await open();
    expect(await codeOf('domains_create', { name: 'one.example' }, session)).toBe('ok');
    await change((agent) => ({ ...agent, access: 'read' }));
    expect(await codeOf('domains_create', { name: 'two.example' }, session)).toBe('not_allowed');
    expect(await namesIn(session)).not.toContain('domains_create');
    await change((agent) => ({ ...agent, access: 'write' }));
    expect(await codeOf('domains_create', { name: 'two.example' }, session)).toBe('ok');
  });

  it('an agent that lost an area or a tool does not have it any more', async () => {
    const { change, session, namesIn, codeOf } = await open();
    expect(await codeOf('droplets_list', {}, session)).toBe('ok');
    await change((agent) => ({ ...agent, areas: ['domains'], excludeTools: ['domains_get'] }));
    expect(await codeOf('droplets_list', {}, session)).toBe('not_allowed');
    const names = await namesIn(session);
    expect(names).toContain('domains_list');
    expect(names).not.toContain('domains_get');
    expect(names.some((name) => name.startsWith('droplets'))).toBe(false);
  });

  it('an agent works with the token that it has now', async () => {
    const { tokenFile, session, codeOf, clock } = await open();
    expect(await codeOf('droplets_list', {}, session)).toBe('ok');
    writeFileSync(tokenFile, 'sandbox:domain:read');
    await clock.advance(1_000);
    expect(await codeOf('droplets_list', {}, session)).toBe('missing_scope');
    expect(await codeOf('domains_list', {}, session)).toBe('ok');
  });

  it('an agent that was taken out is out, and its session ends, also for whoever has its old key', async () => {
    const { change, session, port, headers } = await open();
    await change(() => undefined);
    expect((await post(port, list, session)).status).toBe(401);
    expect(
      (await send({ port, headers: { ...session, accept: 'text/event-stream' } })).status,
    ).toBe(401);
    expect((await post(port, list, headers)).status).toBe(401);
  });

  it('every agent is out a minute after their file is gone, and /readyz says so', async () => {
    const { path, clock, session, port } = await open();
    unlinkSync(path);
    await clock.advance(1_000);
    expect((await post(port, list, session)).status).toBe(200);
    const ready = await send({ port, path: '/readyz' });
    expect(ready).toMatchObject({ status: 200, text: expect.stringMatching(/^ready\n.*gone/) });
    expect(ready.text).not.toContain(path);
    expect((await send({ port, path: '/metrics' })).text).toMatch(/^do_mcp_concerns 1$/m);
    await clock.advance(60_000);
    expect((await post(port, list, session)).status).toBe(401);
  });
});

describe('a session of an agent that was taken out', () => {
  it('is closed as soon as anybody else comes, its open stream included', async () => {
    const { path, clock, session, port } = await open();
    const second = { name: 'two', token: { file: 'token' }, access: 'read' as const };
    const { key } = addAgent(path, second, randomBytes);
    await clock.advance(1_000);
    const listening = send({ port, headers: { ...session, accept: 'text/event-stream' } });
    await expect
      .poll(async () => (await send({ port, path: '/metrics' })).text)
      .toMatch(/^do_mcp_sessions 1$/m);
    const content = JSON.parse(readFileSync(path, 'utf8'));
    const left = content.agents.filter(({ name }: { name: string }) => name === 'two');
    writeFileSync(path, JSON.stringify({ ...content, agents: left }));
    await clock.advance(1_000);
    expect((await post(port, list, { authorization: `Bearer ${key}` })).status).toBe(200);
    await listening;
    expect((await send({ port, path: '/metrics' })).text).toMatch(/^do_mcp_sessions 0$/m);
  });
});

describe('tokens that clients bring, beside declared scopes', () => {
  const open34 = (scopes: string) => serveSimulated({ auth: 'token', scopes });
  const called = async (port: number, tool: string, token: string): Promise<string> => {
    const reply = await callLegacy({
      port,
      tool,
      headers: { authorization: `Bearer ${token}` },
    });
    if (reply.status !== 200) return String(reply.status);
    return JSON.parse(messageIn(reply).result.content[0].text).error?.code ?? 'ok';
  };

  it('are looked up all the same: a made-up one is refused', async () => {
    const { port } = await open34('droplet:read');
    expect(await called(port, 'droplets_list', `dop_v1_${'a'.repeat(64)}`)).toBe('401');
  });

  it('may do what both allow and nothing else', async () => {
    const { port } = await open34('droplet:read,domain:read');
    expect(await called(port, 'droplets_list', 'sandbox:droplet:read,account:read')).toBe('ok');
    expect(await called(port, 'domains_list', 'sandbox:droplet:read')).toBe('missing_scope');
    expect(await called(port, 'account_get', 'sandbox:account:read')).toBe('missing_scope');
    expect(await called(port, 'droplets_list', 'sandbox')).toBe('ok');
    expect(await called(port, 'account_get', 'sandbox')).toBe('missing_scope');
  });
});
