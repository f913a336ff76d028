// Who may look at the console: operators who have signed in, as long as they are operators, and nobody else.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addAgent } from '../../src/http/authentication/add-agent.ts';
import { longestIdle, longestSession } from '../../src/http/console/sessions.ts';
import { removeOperator } from '../../src/http/operators/change-operators.ts';
import { send } from '../http/open-server.ts';
import { newOperator, serveAsking } from '../http/operators.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { askConsole, cookieOf, signedIn } from './console-client.ts';

/** Behind a public address nothing is open, though it is the simulation. */
const closed = { auth: 'key', publicUrl: 'https://mcp.example.com' } as const;

const serveClosed = () => serveAsking({ ...closed, keyFile: join(temporaryFolder(), 'key') });

const doors = ['session', 'map', 'map/droplets_list', 'standings?holder=server', 'search?for=dns'];

describe('the console', () => {
  it('opens with the key of an operator, and tells who that is', async () => {
    const { port, key } = await serveClosed();
    const session = await signedIn(port, key);
    const told = await askConsole(port, 'session', { session });
    expect(JSON.parse(told.text)).toMatchObject({ name: 'sam', role: 'approve', signedIn: true });
    for (const door of doors) expect((await askConsole(port, door, { session })).status).toBe(200);
  });

  it('is open where nothing is real and only this machine can come', async () => {
    const { port } = await serveAsking();
    const told = await askConsole(port, 'session');
    expect(JSON.parse(told.text)).toMatchObject({ name: 'local', signedIn: false });
  });

  it('stays shut to the key of an agent, the key of the server and a token', async () => {
    const policy = join(temporaryFolder(), 'agents.json');
    const agent = addAgent(
      policy,
      { name: 'own', token: { env: 'TEAM' }, access: 'write' },
      randomBytes,
    ).key;
    const asking = { ...closed, auth: 'agents', policy } as const;
    const { port } = await serveAsking(asking, { TEAM: 'sandbox:droplet:read' });
    const { port: other, serverKey = '' } = await serveClosed();
    for (const [at, key] of [
      [port, agent],
      [port, 'sandbox:droplet:read'],
      [other, serverKey],
    ] as const) {
      const refused = await askConsole(at, 'session', { body: { key } });
      expect(refused.status).toBe(401);
      expect(refused.headers['set-cookie']).toBeUndefined();
      expect(refused.text).not.toContain(key);
      for (const door of doors) {
        const headers = { authorization: `Bearer ${key}` };
        expect((await askConsole(at, door, { headers })).status).toBe(401);
      }
    }
  });

  it('gives nothing to a stolen cookie, nor to half a session of either kind', async () => {
    const { port, key } = await serveClosed();
    const [session, other] = [await signedIn(port, key), await signedIn(port, key)];
    for (const door of doors) {
      const { cookie, proof } = session;
      for (const half of [{ cookie }, { proof }, { cookie, proof: other.proof }])
        expect((await askConsole(port, door, { session: half })).status).toBe(401);
      expect((await askConsole(port, door, { session: { cookie, proof: '' } })).status).toBe(403);
    }
  });

  it('gives nothing to pages of other origins, frames and forged forms', async () => {
    const { port, key } = await serveClosed();
    const session = await signedIn(port, key);
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
      { 'sec-fetch-dest': 'iframe' },
      { host: 'rebound.example' },
    ])
      expect((await askConsole(port, 'map', { session, headers })).status).toBe(403);
    const form = await send({
      port,
      path: '/console/api/session',
      method: 'POST',
      headers: {
        cookie: session.cookie,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: `key=${key}`,
    });
    expect(form.status).toBe(403);
  });

  it('lets no page of another origin ask whether it may', async () => {
    const { port } = await serveAsking({ allowedOrigins: 'https://friend.example' });
    const { status, headers } = await askConsole(port, 'map', {
      method: 'OPTIONS',
      headers: { origin: 'https://friend.example', 'access-control-request-method': 'GET' },
    });
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('hands the cookie to the browser alone, over TLS under the strictest name', async () => {
    const { port, key } = await serveClosed();
    const plain = await askConsole(port, 'session', { body: { key } });
    const secure = await askConsole(port, 'session', {
      body: { key },
      headers: { host: 'mcp.example.com', origin: 'https://mcp.example.com' },
    });
    expect(String(plain.headers['set-cookie'])).toMatch(
      /^do-mcp-console-\d+=domcp_[\w-]+; Path=\/console; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
    );
    expect(String(secure.headers['set-cookie'])).toMatch(
      /^__Host-do-mcp-console=domcp_[\w-]+; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Strict$/,
    );
    const session = { cookie: cookieOf(secure), proof: JSON.parse(secure.text).proof };
    expect((await askConsole(port, 'map', { session })).status).toBe(200);
  });

  it('ends a session when its person signs out', async () => {
    const { port, key } = await serveClosed();
    const session = await signedIn(port, key);
    const out = await askConsole(port, 'session', { method: 'DELETE', session });
    expect(out.status).toBe(200);
    expect(String(out.headers['set-cookie'])).toContain('Max-Age=0');
    expect((await askConsole(port, 'map', { session })).status).toBe(401);
  });

  it('ends a session when it is not used, and when it is old', async () => {
    const { port, key, clock } = await serveClosed();
    const idle = await signedIn(port, key);
    await clock.advance(longestIdle);
    expect((await askConsole(port, 'session', { session: idle })).status).toBe(401);
    const busy = await signedIn(port, key);
    for (let passed = 0; passed < longestSession; passed += longestIdle / 2) {
      expect((await askConsole(port, 'session', { session: busy })).status).toBe(200);
      await clock.advance(longestIdle / 2);
    }
    expect((await askConsole(port, 'session', { session: busy })).status).toBe(401);
  });

  it('ends the sessions of an operator whose key is taken away', async () => {
    const { port, key, stateDir, clock } = await serveClosed();
    const session = await signedIn(port, key);
    removeOperator(join(stateDir, 'operators.json'), 'sam', randomBytes);
    newOperator(stateDir, 'sam');
    await clock.advance(1_000);
    expect((await askConsole(port, 'map', { session })).status).toBe(401);
  });

  it('keeps no more than eight sessions of a person', async () => {
    const { port, key } = await serveClosed();
    const sessions = [];
    for (let each = 0; each < 9; each++) sessions.push(await signedIn(port, key));
    const statuses = await Promise.all(
      sessions.map(async (session) => (await askConsole(port, 'session', { session })).status),
    );
    expect(statuses).toEqual([401, ...Array.from({ length: 8 }, () => 200)]);
  });

  it('lets nobody guess more than twenty times a minute', async () => {
    const { port, key } = await serveClosed();
    const statuses = [];
    for (let guess = 0; guess < 21; guess++)
      statuses.push(
        (await askConsole(port, 'session', { body: { key: `domcp_${guess}` } })).status,
      );
    expect(statuses.at(0)).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect((await askConsole(port, 'session', { body: { key } })).status).toBe(200);
  });

  it('reads no body that is too long or of another form', async () => {
    const { port } = await serveClosed();
    for (const [body, status] of [
      [{ key: 'x'.repeat(10_000) }, 413],
      [{ key: 'x'.repeat(300) }, 400],
      [{ key: 'x', code: 'y' }, 400],
      [{}, 400],
      [[], 400],
    ] as const)
      expect((await askConsole(port, 'session', { body })).status).toBe(status);
  });
});
