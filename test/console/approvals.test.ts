// Approvals at the console's doors: live, answered by whoever may, and none of anybody else's on a simulation.
import { describe, expect, it } from 'vitest';
import { newOperator, questionOf, serveAsking } from '../http/operators.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { askConsole, signedIn } from './console-client.ts';

const serveClosed = () =>
  serveAsking({
    auth: 'key',
    keyFile: `${temporaryFolder()}/key`,
    publicUrl: 'https://mcp.example.com',
  });

describe('approvals in the console', () => {
  it('let an agent go on once a person has typed the name', async () => {
    const server = await serveClosed();
    const session = await signedIn(server.port, server.key);
    const id = questionOf(await server.destroy('staging-01', server.serverKey));
    const list = JSON.parse((await askConsole(server.port, 'approvals', { session })).text);
    expect(list.approvals[0]).toMatchObject({ id, standing: 'open', typed: 'staging-01' });
    const path = `approvals/${id}/approve`;
    const wrong = await askConsole(server.port, path, { session, body: { typed: 'staging' } });
    expect(wrong.status).toBe(422);
    const right = await askConsole(server.port, path, { session, body: { typed: 'staging-01' } });
    expect(JSON.parse(right.text).answer).toMatchObject({ by: 'sam', door: 'console' });
    expect((await server.destroy('staging-01', server.serverKey)).error).toBeUndefined();
  });

  it('are looked at and not answered by who may only look, nor by half a session', async () => {
    const server = await serveClosed();
    const key = newOperator(server.stateDir, 'kim', 'look');
    await server.clock.advance(1_000);
    const session = await signedIn(server.port, key);
    const id = questionOf(await server.destroy('staging-01', server.serverKey));
    for (const how of ['approve', 'deny']) {
      const path = `approvals/${id}/${how}`;
      const body = { typed: 'staging-01' };
      expect((await askConsole(server.port, path, { session, body })).status).toBe(403);
      const { cookie } = session;
      expect((await askConsole(server.port, path, { session: { cookie }, body })).status).toBe(401);
    }
    expect((await askConsole(server.port, 'approvals', { session })).status).toBe(200);
  });

  it('come live: what waits at once, and what changes as it changes', async () => {
    const server = await serveAsking();
    const stop = new AbortController();
    const response = await fetch(`http://127.0.0.1:${server.port}/console/api/approvals-now`, {
      headers: { 'x-do-mcp-console': 'none' },
      signal: stop.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await next()).toBe('data: {"approvals":[],"left_out":0}\n\n');
    const id = questionOf(await server.destroy());
    const heard = next();
    await server.clock.advance(1_000);
    expect(await heard).toContain(id);
    stop.abort();
  });

  it('of servers of real accounts are not there for whoever opens a simulation beside them', async () => {
    const real = await serveClosed();
    const id = questionOf(await real.destroy('staging-01', real.serverKey));
    const open = await serveAsking({ stateDir: real.stateDir });
    expect(JSON.parse((await askConsole(open.port, 'approvals')).text).approvals).toEqual([]);
    const path = `approvals/${id}/approve`;
    const answer = await askConsole(open.port, path, { body: { typed: 'staging-01' } });
    expect(answer.status).toBe(404);
  });
});
