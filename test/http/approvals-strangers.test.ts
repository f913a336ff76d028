// Answering over HTTP by whoever is no operator: agents, the server's own key, tokens, pages of other origins.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addAgent } from '../../src/http/authentication/add-agent.ts';
import { send } from './open-server.ts';
import { questionOf, serveAsking } from './operators.ts';
import { temporaryFolder } from './temporary-folder.ts';

const everything = 'sandbox:droplet:read,droplet:delete,droplet:create';

describe('whoever is no operator', () => {
  it('approves nothing: another agent, the same agent, a token of DigitalOcean, no key', async () => {
    const policy = join(temporaryFolder(), 'agents.json');
    const [own, other] = ['own', 'other'].map(
      (name) =>
        addAgent(policy, { name, token: { env: 'TEAM' }, access: 'write' }, randomBytes).key,
    );
    const server = await serveAsking({ auth: 'agents', policy }, { TEAM: everything });
    const id = questionOf(await server.destroy('staging-01', own));
    for (const bearer of [own ?? '', other ?? '', everything, null])
      for (const [path, method] of [
        ['/approvals', 'GET'],
        [`/approvals/${id}`, 'GET'],
        [`/approvals/${id}/approve`, 'POST'],
        [`/approvals/${id}/deny`, 'POST'],
      ] as const) {
        const body = method === 'POST' ? { typed: 'staging-01' } : undefined;
        const refused = await server.answer(path, { method, bearer, body });
        expect(refused.status).toBe(401);
        expect(refused.text).toContain('do-mcp operator add');
        expect(refused.headers['www-authenticate']).toMatch(/^Bearer /);
        expect(refused.text).not.toContain('staging');
      }
    expect((await server.answer('/mcp', { body: {} })).status).toBe(401);
    questionOf(await server.destroy('staging-01', own));
    expect((await server.approve(id)).status).toBe(200);
    questionOf(await server.destroy('staging-01', other));
    expect((await server.destroy('staging-01', own)).error).toBeUndefined();
  });

  it('approves nothing with the key of the server', async () => {
    const keyFile = join(temporaryFolder(), 'key');
    const server = await serveAsking({ auth: 'key', keyFile });
    const key = server.serverKey ?? '';
    const id = questionOf(await server.destroy('staging-01', key));
    expect((await server.answer(`/approvals/${id}/approve`, { bearer: key })).status).toBe(401);
  });

  it('approves nothing with the token that it calls with', async () => {
    const server = await serveAsking({ auth: 'token' });
    const id = questionOf(await server.destroy('staging-01', everything));
    const path = `/approvals/${id}/approve`;
    const body = { typed: 'staging-01' };
    expect((await server.answer(path, { bearer: everything, body })).status).toBe(401);
    expect((await server.approve(id)).status).toBe(200);
  });

  it('may guess twenty times a minute, while operators come and go', async () => {
    const server = await serveAsking();
    const statuses: number[] = [];
    for (let guess = 0; guess < 22; guess++)
      statuses.push(
        (await server.answer('/approvals', { method: 'GET', bearer: `domcp_${guess}` })).status,
      );
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429, 429]);
    expect((await server.answer('/approvals', { method: 'GET' })).status).toBe(200);
  });

  it.each(['https://evil.example', 'http://localhost:3000', 'null'])(
    'is a page of %s, whatever key it has',
    async (origin) => {
      const server = await serveAsking({ allowedOrigins: 'https://evil.example' });
      const path = `/approvals/${questionOf(await server.destroy())}/approve`;
      const body = { typed: 'staging-01' };
      const refused = await server.answer(path, { body, headers: { origin } });
      expect(refused.status).toBe(403);
      const asked = await server.answer(path, { method: 'OPTIONS', headers: { origin } });
      expect(asked.headers['access-control-allow-origin']).toBeUndefined();
      const own = `http://127.0.0.1:${server.port}`;
      const host = `127.0.0.1:${server.port}`;
      const page = await server.answer(path, { body, headers: { origin: own, host } });
      expect(page.status).toBe(200);
    },
  );

  it('is one who comes under a foreign name', async () => {
    const server = await serveAsking();
    const { status } = await send({
      port: server.port,
      path: '/approvals',
      headers: { host: 'evil.example', authorization: `Bearer ${server.key}` },
    });
    expect(status).toBe(403);
  });
});
