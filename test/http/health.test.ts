// What operators and load balancers ask, and who gets an answer.
import { describe, expect, it } from 'vitest';
import { callModern, openServer, send } from './open-server.ts';

describe('health', () => {
  it('answers under any host name, because probes use addresses', async () => {
    const { port } = await openServer();
    const headers = { host: '10.1.2.3:8080' };
    expect(await send({ port, path: '/healthz', headers })).toMatchObject({
      status: 200,
      text: 'ok\n',
    });
    expect(await send({ port, path: '/readyz', headers })).toMatchObject({
      status: 200,
      text: 'ready\n',
    });
  });
});

describe('metrics', () => {
  it('tells sessions, running calls, refusals and durations', async () => {
    const { port } = await openServer();
    await callModern({ port, tool: 'whoami' });
    await callModern({ port, tool: 'whoami', headers: { host: 'evil.example' } });
    const { status, text, headers } = await send({ port, path: '/metrics' });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('do_mcp_refusals_total{reason="host"} 1');
    expect(text).toContain('do_mcp_http_duration_seconds_count{status="200"} 1');
    expect(text).toMatch(/^do_mcp_calls_running 0$/m);
    expect(text).toMatch(/^do_mcp_sessions 0$/m);
    expect(text).toMatch(/^do_mcp_draining 0$/m);
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('answers a scraper that calls this end of the connection by its address', async () => {
    const { port } = await openServer();
    expect(
      (await send({ port, path: '/metrics', headers: { host: `127.0.0.1:${port}` } })).status,
    ).toBe(200);
  });

  it('is not there for anyone who comes through a proxy or under a foreign name', async () => {
    const { port } = await openServer({ hosts: ['mcp.example.com'] });
    for (const headers of [
      { host: 'mcp.example.com', 'x-forwarded-for': '203.0.113.9' },
      { host: 'mcp.example.com', forwarded: 'for=203.0.113.9' },
    ])
      expect((await send({ port, path: '/metrics', headers })).status).toBe(404);
    expect((await send({ port, path: '/metrics', headers: { host: 'evil.example' } })).status).toBe(
      403,
    );
  });
});
