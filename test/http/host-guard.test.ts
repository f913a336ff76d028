// Only requests that were meant for this server, and only from pages that may call, get through.
import { describe, expect, it } from 'vitest';
import { callModern, openServer, send } from './open-server.ts';

describe('Host and Origin', () => {
  it.each([
    ['a name that was rebound to this address', { host: 'evil.example' }],
    ['a name that only begins like ours', { host: 'localhost.evil.example' }],
    ['a name with our name as its user', { host: 'localhost@evil.example' }],
    ['no readable name', { host: 'a b' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['a page whose name only begins like ours', { origin: 'http://localhost.evil.example' }],
    ['something that is no origin', { origin: 'localhost' }],
  ])('refuses %s with 403', async (_, headers) => {
    const { port } = await openServer();
    const reply = await callModern({ port, tool: 'whoami', headers });
    expect(reply.status).toBe(403);
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    ['localhost', { host: 'localhost' }],
    ['the IPv6 loopback with a port', { host: '[::1]:8080' }],
    ['a page from this machine', { origin: 'http://localhost:5173' }],
    ['the name that the owner gave', { host: 'mcp.example.com' }],
    ['a page that the owner named', { origin: 'https://app.example.com' }],
  ])('lets in %s', async (_, headers) => {
    const { port } = await openServer({
      hosts: ['mcp.example.com'],
      origins: ['https://app.example.com'],
    });
    expect((await callModern({ port, tool: 'whoami', headers })).status).toBe(200);
  });

  it('lets no page of this machine in when other machines can reach the server', async () => {
    const { port } = await openServer({ loopbackPages: false });
    const reply = await callModern({
      port,
      tool: 'whoami',
      headers: { origin: 'http://localhost:5173' },
    });
    expect(reply.status).toBe(403);
  });

  it('compares whole origins, scheme and port included', async () => {
    const { port } = await openServer({
      origins: ['https://app.example.com'],
      loopbackPages: false,
    });
    for (const origin of [
      'http://app.example.com',
      'https://app.example.com:8443',
      'https://APP.example.com.evil',
    ])
      expect((await callModern({ port, tool: 'whoami', headers: { origin } })).status).toBe(403);
  });
});

describe('CORS', () => {
  it('answers no preflight and adds no header unless an origin was named', async () => {
    const { port } = await openServer();
    const preflight = await send({
      port,
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(405);
    expect(
      Object.keys(preflight.headers).filter((name) => name.startsWith('access-control')),
    ).toEqual([]);
  });

  it('lets a named origin read what it needs, before and after the request', async () => {
    const origin = 'https://app.example.com';
    const { port } = await openServer({ origins: [origin] });
    const preflight = await send({ port, method: 'OPTIONS', headers: { origin } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-origin']).toBe(origin);
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization');
    const reply = await callModern({ port, tool: 'whoami', headers: { origin } });
    expect(reply.headers['access-control-allow-origin']).toBe(origin);
    expect(reply.headers['access-control-expose-headers']).toContain('mcp-session-id');
    expect(reply.headers['access-control-allow-credentials']).toBeUndefined();
    expect(reply.headers['vary']).toBe('Origin');
  });
});

describe('what every reply carries', () => {
  it('forbids storing, sniffing and framing, and names the exchange', async () => {
    const { port } = await openServer({ publicUrl: new URL('https://mcp.example.com') });
    for (const path of ['/mcp', '/healthz', '/nowhere']) {
      const { headers } = await send({ port, path });
      expect(headers).toMatchObject({
        'cache-control': 'no-store, no-transform',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'strict-transport-security': 'max-age=31536000',
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('takes a request id from a trusted proxy and from nobody else', async () => {
    const headers = { 'x-request-id': 'from-the-proxy-1' };
    const trusting = await openServer({ trustedProxies: ['127.0.0.1'] });
    expect((await send({ port: trusting.port, headers })).headers['x-request-id']).toBe(
      'from-the-proxy-1',
    );
    const other = await openServer();
    expect((await send({ port: other.port, headers })).headers['x-request-id']).not.toBe(
      'from-the-proxy-1',
    );
  });
});
