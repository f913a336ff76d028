// Whatever comes over the wire: a clear answer, and a server that goes on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../src/http/http-limits.ts';
import { connectNew, connectOld } from './clients.ts';
import { callLegacy, callModern, openServer, post, send } from './open-server.ts';
import { raw } from './raw-request.ts';

const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

const lives = async (port: number): Promise<void> => {
  expect((await callModern({ port, tool: 'whoami' })).status).toBe(200);
};

describe('both generations', () => {
  it('list and call the same tools over the same address', async () => {
    const { url } = await openServer();
    const modern = await connectNew(url);
    const { client: old } = await connectOld(url);
    expect((await modern.listTools()).tools.map(({ name }) => name)).toEqual(
      (await old.listTools()).tools.map(({ name }) => name),
    );
    const call = { name: 'echo', arguments: { text: 'grüße' } };
    expect((await modern.callTool(call)).content).toEqual([{ type: 'text', text: 'grüße' }]);
    expect((await old.callTool(call))['content']).toEqual([{ type: 'text', text: 'grüße' }]);
  });
});

describe('requests that HTTP allows', () => {
  it.each([
    ['another path', { path: '/elsewhere' }, 404],
    ['GET without a session', { method: 'GET' }, 405],
    ['DELETE without a session', { method: 'DELETE' }, 405],
    ['PUT', { method: 'PUT' }, 405],
    [
      'another content type',
      { method: 'POST', headers: { ...json, 'content-type': 'text/plain' }, body: '{}' },
      415,
    ],
    ['no body', { method: 'POST', headers: json }, 400],
    ['half a body', { method: 'POST', headers: json, body: '{"jsonrpc":"2.0",' }, 400],
    [
      'bytes that are not UTF-8',
      { method: 'POST', headers: json, body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) },
      400,
    ],
    ['a target that is a whole URL of another host', { path: 'http://evil.example/mcp' }, 404],
  ])('%s', async (_, request, status) => {
    const { port } = await openServer();
    const reply = await send({ port, ...request });
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toMatchObject({
      jsonrpc: '2.0',
      error: { message: expect.any(String) },
    });
    await lives(port);
  });

  it('never repeats what stood in a body that could not be read', async () => {
    const { port, lines } = await openServer();
    const reply = await send({
      port,
      method: 'POST',
      headers: json,
      body: 'dop_v1_secret is no JSON',
    });
    expect(reply.text + lines.join('\n')).not.toContain('dop_v1_secret');
  });

  it('refuses a body that is too long, told or found out', async () => {
    const { port } = await openServer({ limits: { ...usualLimits, body: 1_000 } });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'ping',
      params: { filler: 'x'.repeat(2_000) },
    });
    expect((await send({ port, method: 'POST', headers: json, body })).status).toBe(413);
    const chunked = `POST /mcp HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n7d0\r\n${'x'.repeat(2_000)}\r\n`;
    expect(await raw(port, chunked)).toMatch(/^HTTP\/1.1 413/);
    await lives(port);
  });

  it('takes ten megabytes of a string for too long, at the usual limit', async () => {
    const { port } = await openServer();
    const reply = await callLegacy({
      port,
      tool: 'echo',
      arguments: { text: 'x'.repeat(10_000_000) },
    }).catch(() => null);
    // The client may still be writing when the refusal closes the connection.
    expect(reply === null || reply.status === 413).toBe(true);
    await lives(port);
  });

  it('refuses a batch that is too long and serves one that is not', async () => {
    const { port } = await openServer();
    const ping = (id: number) => ({ jsonrpc: '2.0', id, method: 'ping' });
    expect(
      (
        await post(
          port,
          Array.from({ length: 21 }, (_, id) => ping(id)),
        )
      ).status,
    ).toBe(400);
    const served = await post(port, [ping(1), ping(2)]);
    expect(served.status).toBe(200);
    expect(served.text.match(/"id":/g)).toHaveLength(2);
  });

  it('survives nesting deeper than any stack', async () => {
    const { port } = await openServer();
    const body = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"echo","arguments":{"text":${'['.repeat(200_000)}${']'.repeat(200_000)}}}}`;
    const reply = await send({ port, method: 'POST', headers: json, body });
    expect(reply.status).toBeGreaterThanOrEqual(200);
    await lives(port);
  });
});

describe('protocol headers', () => {
  it.each([
    ['a revision that nobody speaks', { 'mcp-protocol-version': '2019-01-01' }],
    ['another revision than the body', { 'mcp-protocol-version': '2025-11-25' }],
    ['another method than the body', { 'mcp-method': 'tools/list' }],
    ['another tool than the body', { 'mcp-name': 'echo' }],
  ])('%s: a 400 with a JSON-RPC error', async (_, headers) => {
    const { port } = await openServer();
    const reply = await callModern({ port, tool: 'whoami', headers });
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text).error.code).toBeLessThan(0);
    await lives(port);
  });
});

describe('requests that HTTP does not allow', () => {
  it.each([
    ['no HTTP at all', 'HELLO\r\n\r\n', 400],
    ['a header without a name', 'GET /mcp HTTP/1.1\r\nhost: localhost\r\n: x\r\n\r\n', 400],
    [
      'two lengths',
      'POST /mcp HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nabc',
      400,
    ],
    [
      'a length and chunks, as in smuggling',
      'POST /mcp HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'headers that never end',
      `GET /mcp HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`,
      431,
    ],
  ])('%s', async (_, bytes, status) => {
    const { port } = await openServer();
    expect(await raw(port, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
    await lives(port);
  });

  it('a request without Host is refused', async () => {
    const { port } = await openServer();
    expect(await raw(port, 'GET /mcp HTTP/1.1\r\nconnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400/,
    );
    expect(await raw(port, 'GET /mcp HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 403/);
  });
});

describe('wild input', () => {
  const wildValue = fc.jsonValue({ maxDepth: 4 });
  const method = fc.constantFrom(
    'tools/call',
    'tools/list',
    'initialize',
    'ping',
    'server/discover',
    'notifications/cancelled',
    '__proto__',
    '',
  );
  const message = fc.record(
    {
      jsonrpc: fc.constantFrom('2.0', '1.0', 2),
      id: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.double(), wildValue),
      method: fc.oneof(method, wildValue),
      params: fc.oneof(
        wildValue,
        fc.record(
          {
            name: fc.constantFrom('echo', 'whoami', 'nothing'),
            arguments: wildValue,
            _meta: wildValue,
          },
          { requiredKeys: [] },
        ),
      ),
    },
    { requiredKeys: [] },
  );
  const headers = fc.record(
    {
      'mcp-protocol-version': fc.constantFrom('2026-07-28', '2025-11-25', '2025-03-26', 'x', ''),
      'mcp-method': fc.constantFrom('tools/call', 'ping', ''),
      'mcp-name': fc.constantFrom('echo', 'x', '=?base64?x?='),
      'mcp-session-id': fc.constantFrom('x', '', '../..'),
      'last-event-id': fc.constantFrom('1', 'x'),
    },
    { requiredKeys: [] },
  );

  it('malformed JSON-RPC of any kind gets an answer below 500 and leaves the server as it was', async () => {
    const { port, lines } = await openServer();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(message, fc.array(message, { maxLength: 4 }), wildValue),
        headers,
        async (body, more) => {
          const reply = await post(port, body, more);
          expect(reply.status).toBeGreaterThanOrEqual(200);
          expect(reply.status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
    expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    await lives(port);
  });

  it('bytes of any kind never stop the server', async () => {
    const { port } = await openServer();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const reply = await send({ port, method: 'POST', headers: json, body: Buffer.from(bytes) });
        expect(reply.status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
    await lives(port);
  });
});
