// What real clients send: every Accept header that takes an answer, addresses in other spellings, and messages that are none.
import { describe, expect, it } from 'vitest';
import { connectOld } from './clients.ts';
import { callModern, openServer, type RawReply, send } from './open-server.ts';

const json = 'application/json';
const events = 'text/event-stream';
const echo = (id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name: 'echo', arguments: { text: 'hi' } },
});
const list = { jsonrpc: '2.0', id: 2, method: 'tools/list' };
const initialize = {
  jsonrpc: '2.0',
  id: 3,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'curl', version: '1' },
  },
};

const sendJson = (
  port: number,
  body: unknown,
  accept: string | null,
  path = '/mcp',
): Promise<RawReply> =>
  send({
    port,
    path,
    method: 'POST',
    headers: { 'content-type': json, ...(accept !== null && { accept }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const accepted: readonly (readonly [string, string | null])[] = [
  ['no Accept header', null],
  ['an empty one', ''],
  ['anything', '*/*'],
  ['JSON only', 'application/json'],
  ['JSON in capitals, with a charset', 'Application/JSON; charset=utf-8'],
  ['any application type', 'application/*'],
  ['JSON, and no stream', 'application/json, text/event-stream;q=0'],
  ['what browsers send', 'text/html, */*;q=0.8'],
];

describe('a client of the old generation that sends', () => {
  it.each(accepted)('%s is answered with JSON', async (_, accept) => {
    const { port } = await openServer();
    for (const message of [echo(), list, initialize]) {
      const reply = await sendJson(port, message, accept);
      expect(reply.status).toBe(200);
      expect(reply.headers['content-type']).toContain(json);
      expect(JSON.parse(reply.text)).toMatchObject({ id: message.id, result: {} });
    }
    const batch = await sendJson(port, [echo(8), list], accept);
    expect(
      JSON.parse(batch.text)
        .map(({ id }: { id: unknown }) => id)
        .toSorted(),
    ).toEqual([2, 8]);
    const notice = { jsonrpc: '2.0', method: 'notifications/initialized' };
    expect((await sendJson(port, notice, accept)).status).toBe(202);
  });

  it('streams only is answered with a stream', async () => {
    const { port } = await openServer();
    for (const message of [echo(), list]) {
      const reply = await sendJson(port, message, events);
      expect(reply.headers['content-type']).toBe(events);
      expect(reply.text).toContain('"result"');
    }
  });

  it.each([
    ['a picture', 'image/png'],
    ['pages only', 'text/html'],
    ['JSON and streams refused', 'application/json;q=0, text/event-stream;q=0'],
  ])('%s gets a 406 that says what there is', async (_, accept) => {
    const { port } = await openServer();
    const reply = await sendJson(port, echo(), accept);
    expect(reply.status).toBe(406);
    expect(JSON.parse(reply.text).error.message).toContain(events);
  });
});

describe('a client of the new generation that sends', () => {
  it.each(accepted)('%s is answered with JSON', async (_, accept) => {
    const { port } = await openServer();
    const reply = await callModern({
      port,
      tool: 'echo',
      arguments: { text: 'hi' },
      headers: { accept: accept ?? '' },
    });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toMatchObject({ id: 1, result: { content: [{ text: 'hi' }] } });
  });
});

describe('an address', () => {
  it.each([
    ['with a closing slash', '/mcp/'],
    ['with a query', '/mcp?x=1'],
    ['in absolute form', 'http://localhost:1234/mcp'],
    ['in absolute form with a closing slash and a query', 'HTTP://127.0.0.1/mcp/?x=1'],
  ])('%s is the same', async (_, path) => {
    const { port } = await openServer();
    expect((await sendJson(port, echo(), json, path)).status).toBe(200);
  });

  it.each([
    '/mcp//',
    '//mcp',
    '/mcp/x',
    '*',
    'http://evil.example/mcp',
    'http://localhost@evil.example/mcp',
    'http:///mcp',
  ])('%s is another', async (path) => {
    const { port } = await openServer();
    expect((await sendJson(port, echo(), json, path)).status).toBe(404);
  });

  it('in absolute form helps nobody past the check of the Host header', async () => {
    const { port } = await openServer();
    const reply = await send({
      port,
      path: 'http://localhost/mcp',
      method: 'POST',
      headers: { 'content-type': json, host: 'evil.example' },
      body: JSON.stringify(echo()),
    });
    expect(reply.status).toBe(403);
  });
});

describe('what is no message', () => {
  it.each<[string, unknown, number, unknown]>([
    ['params of null', { ...echo(), params: null }, -32_600, 1],
    ['_meta of null', { ...echo(), params: { name: 'echo', _meta: null } }, -32_600, 1],
    ['an id of null', echo(null), -32_600, null],
    ['a broken number as id', echo(1.5), -32_600, 1.5],
    ['true as id', echo(true), -32_600, null],
    ['no jsonrpc', { ...echo('x'), jsonrpc: undefined }, -32_600, 'x'],
    ['jsonrpc 1.0', { ...echo(7), jsonrpc: '1.0' }, -32_600, 7],
    ['a batch with one of them', [echo(4), { ...echo(5), params: null }], -32_600, 5],
    ['an empty batch', [], -32_600, null],
    ['text', '"hello"', -32_600, null],
    ['half of one', '{"jsonrpc":"2.0","id":9', -32_700, null],
    ['nothing', '', -32_700, null],
  ])('%s: a 400 with the right error and the id', async (_, body, code, id) => {
    const { port } = await openServer();
    for (const accept of [json, `${json}, ${events}`]) {
      const reply = await sendJson(port, body, accept);
      expect(reply.status).toBe(400);
      expect(JSON.parse(reply.text)).toMatchObject({ jsonrpc: '2.0', id, error: { code } });
    }
  });

  it.each<[string, unknown]>([
    ['a byte order mark before a message', `\uFEFF${JSON.stringify(echo())}`],
    ['a cursor of null', { ...list, params: { cursor: null } }],
    [
      'capabilities of null',
      { ...initialize, params: { ...initialize.params, capabilities: null } },
    ],
    [
      'one capability of null',
      { ...initialize, params: { ...initialize.params, capabilities: { elicitation: null } } },
    ],
  ])('%s is a message', async (_, body) => {
    const { port } = await openServer();
    const reply = await sendJson(port, body, json);
    expect(JSON.parse(reply.text)).toHaveProperty('result');
  });
});

describe('methods and doors', () => {
  it.each([
    ['HEAD', '/healthz', 200],
    ['POST', '/healthz', 405],
    ['HEAD', '/readyz', 200],
    ['DELETE', '/metrics', 405],
    ['PATCH', '/mcp', 405],
    ['HEAD', '/mcp', 405],
    ['OPTIONS', '/mcp', 405],
    ['OPTIONS', '/nowhere', 404],
  ])('%s %s: %i', async (method, path, status) => {
    const { port } = await openServer();
    const reply = await send({ port, path, method });
    expect(reply.status).toBe(status);
    if (status === 405) expect(reply.headers['allow']).toMatch(/GET/);
    if (method === 'HEAD') expect(reply.text).toBe('');
  });

  it('refuse in the format of whoever asks there', async () => {
    const { port } = await openServer();
    const probe = await send({ port, path: '/healthz', method: 'POST' });
    expect(probe.headers['content-type']).toContain('text/plain');
    const client = await send({ port, method: 'PUT' });
    expect(JSON.parse(client.text)).toMatchObject({ jsonrpc: '2.0', id: null });
  });
});

describe('a session', () => {
  it('is not opened for a client that could not be asked, because it reads no streams', async () => {
    const { port, url } = await openServer();
    const capabilities = { elicitation: {} };
    const asking = { ...initialize, params: { ...initialize.params, capabilities } };
    expect((await sendJson(port, asking, json)).headers['mcp-session-id']).toBeUndefined();
    expect((await connectOld(url, { answer: 'accept' })).sessionId).toBeDefined();
  });
});
