// The short way of a plain call: taken only when nothing is lost, and with the very result of the long way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import { plainCallIn } from '../../src/http/mcp/plain-call.ts';
import { tools } from '../agent.ts';
import { messageText } from './event-text.ts';
import { post, type RawReply, send } from './open-server.ts';
import { serveSimulated } from './serve-simulated.ts';

const version = '2026-07-28';
const prefix = 'io.modelcontextprotocol/';
const newMeta = {
  [`${prefix}protocolVersion`]: version,
  [`${prefix}clientCapabilities`]: { elicitation: {} },
  [`${prefix}clientInfo`]: { name: 'test', version: '1' },
};
const newHeaders = (name: string) => ({
  'mcp-protocol-version': version,
  'mcp-method': 'tools/call',
  'mcp-name': name,
});
const message = (name: string, given: unknown, meta?: object, id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: given, ...(meta && { _meta: meta }) },
});

/** What was said, whether as JSON or as an event, without what differs between two equal calls. */
const meaningOf = ({ text }: RawReply): unknown => {
  const json = messageText(text);
  const { id, result, error } = JSON.parse(json);
  const said = result?.content?.[0]?.text?.replaceAll(/"request_id":"[^"]*"/g, '"request_id":"…"');
  return { id, error, ...result, content: said };
};

describe('the short way', () => {
  const reading = tools.filter(
    ({ endpoint }) => endpoint.effect === 'read' && !endpoint.discloses?.only,
  );

  it('answers every reading tool as the long way does, in both generations, errors included', async () => {
    const { port } = await serveSimulated({ areas: 'all' });
    for (const tool of reading)
      for (const given of [exampleArguments(tool), { no_such_argument: 1 }]) {
        const short = await post(port, message(tool.name, given, newMeta), newHeaders(tool.name));
        const long = await post(
          port,
          // A key that the short way leaves to the SDK, which ignores it.
          message(tool.name, given, { ...newMeta, 'com.example/trace': 'x' }),
          newHeaders(tool.name),
        );
        expect(short.headers['content-type'], tool.name).toBe('application/json');
        expect(meaningOf(short), tool.name).toEqual(meaningOf(long));
        const old = await post(port, message(tool.name, given));
        const oldLong = await post(port, message(tool.name, given, {}));
        expect(old.headers['content-type'], tool.name).toBe('application/json');
        expect(oldLong.headers['content-type'], tool.name).toBe('text/event-stream');
        expect(meaningOf(old), tool.name).toEqual(meaningOf(oldLong));
      }
    // Two and a half thousand requests.
  }, 120_000);

  it('is taken by changes too, unless the road says that a person has to be asked', async () => {
    const { port } = await serveSimulated({ confirm: 'ask', mode: 'tools' });
    // The simulation is loaded with its first call, and what takes long is streamed by either way.
    await post(port, message('domains_list', {}));
    const made = await post(port, message('domains_create', { name: 'new-here.example' }));
    expect(made.headers['content-type']).toBe('application/json');
    expect(made.text).not.toContain('isError');
    const destroying = message('domains_delete', { domain_name: 'new-here.example' });
    const asked = await post(port, destroying);
    expect(asked.headers['content-type']).toBe('text/event-stream');
    expect(asked.text).toContain('approval_pending');
    const still = await post(port, message('domains_get', { domain_name: 'new-here.example' }));
    expect(still.text).not.toContain('isError');
  });

  it('answers a dry run as the long way and a finder do, also of what a person has to be asked about', async () => {
    const { port } = await serveSimulated({ confirm: 'ask', mode: 'both' });
    await post(port, message('domains_list', {}));
    const given = { droplet_id: 999, dry_run: true };
    const short = await post(port, message('droplets_destroy', given));
    const long = await post(port, message('droplets_destroy', given, {}));
    const found = await post(
      port,
      message('call_destroy_tool', { name: 'droplets_destroy', arguments: given }),
    );
    expect(short.headers['content-type']).toBe('application/json');
    expect(meaningOf(short)).toEqual(meaningOf(long));
    expect(meaningOf(found)).toEqual(meaningOf(long));
    expect(JSON.stringify(meaningOf(short))).toContain('would_be_refused');
  });

  it('leaves an unknown tool to the SDK', async () => {
    const { port } = await serveSimulated();
    const reply = await post(port, message('nothing', {}, newMeta), newHeaders('nothing'));
    expect(JSON.parse(reply.text)).toMatchObject({ id: 1, error: { code: -32_602 } });
  });

  it('keeps ids of both kinds, whatever stands in them', async () => {
    const { port } = await serveSimulated();
    for (const id of ['a "quoted" id\n', '', 0, -1, Number.MAX_SAFE_INTEGER]) {
      const reply = await post(
        port,
        message('account_get', {}, newMeta, id),
        newHeaders('account_get'),
      );
      expect(JSON.parse(reply.text).id).toBe(id);
    }
  });
});

describe('recognising a plain call', () => {
  const json = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };
  const recognise = (body: unknown, headers: Readonly<Record<string, string>>) =>
    plainCallIn(body, { header: (name) => ({ ...json, ...headers })[name] ?? null });

  it('takes both generations', () => {
    expect(recognise(message('a', { b: 1 }), {})).toEqual({
      id: 1,
      name: 'a',
      given: { b: 1 },
      generation: 'old',
    });
    expect(recognise(message('a', undefined, newMeta), newHeaders('a'))).toMatchObject({
      name: 'a',
      generation: 'new',
    });
  });

  it.each<[string, unknown, Readonly<Record<string, string>>]>([
    ['a batch', [message('a', {})], {}],
    ['a notification', { jsonrpc: '2.0', method: 'tools/call', params: { name: 'a' } }, {}],
    ['another method', { ...message('a', {}), method: 'tools/list' }, {}],
    ['another JSON-RPC', { ...message('a', {}), jsonrpc: '1.0' }, {}],
    ['a broken id', message('a', {}, undefined, 1.5), {}],
    ['arguments that are no object', message('a', []), {}],
    ['a name that is no text', { ...message('a', {}), params: { name: 1 } }, {}],
    ['a wish for progress, old', message('a', {}, { progressToken: 1 }), {}],
    [
      'a wish for progress, new',
      message('a', {}, { ...newMeta, progressToken: 1 }),
      newHeaders('a'),
    ],
    [
      'a wish for logs',
      message('a', {}, { ...newMeta, [`${prefix}logLevel`]: 'debug' }),
      newHeaders('a'),
    ],
    [
      'answers to questions',
      { ...message('a', {}), params: { name: 'a', inputResponses: {} } },
      {},
    ],
    ['a session', message('a', {}), { 'mcp-session-id': 'x' }],
    ['headers that differ from the body', message('a', {}, newMeta), newHeaders('b')],
    ['headers of the new generation without its body', message('a', {}), newHeaders('a')],
    ['the body of the new generation without its headers', message('a', {}, newMeta), {}],
    [
      'another revision',
      message('a', {}, { ...newMeta, [`${prefix}protocolVersion`]: '2027-01-01' }),
      newHeaders('a'),
    ],
    [
      'no capabilities',
      message('a', {}, { [`${prefix}protocolVersion`]: version }),
      newHeaders('a'),
    ],
    ['an unknown old revision', message('a', {}), { 'mcp-protocol-version': '2019-01-01' }],
    ['an old client that takes no stream', message('a', {}), { accept: 'application/json' }],
    ['another content type', message('a', {}), { 'content-type': 'text/plain' }],
  ])('leaves %s to the SDK', (_, body, headers) => {
    expect(recognise(body, headers)).toBeUndefined();
  });

  it('never throws, whatever the body is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.dictionary(fc.string(), fc.string()), (body, headers) => {
        recognise(body, headers);
        recognise({ ...message('a', {}), params: body }, headers);
      }),
    );
  });
});

describe('a request of the short way', () => {
  it('passes the same gates', async () => {
    const { port } = await serveSimulated({ auth: 'token' });
    const body = message('account_get', {}, newMeta);
    expect((await post(port, body, newHeaders('account_get'))).status).toBe(401);
    const foreign = await post(port, body, { ...newHeaders('account_get'), host: 'evil.example' });
    expect(foreign.status).toBe(403);
    const narrow = await post(port, message('droplets_list', {}, newMeta), {
      ...newHeaders('droplets_list'),
      authorization: 'Bearer sandbox:domain:read',
    });
    expect(JSON.parse(JSON.parse(narrow.text).result.content[0].text).error).toMatchObject({
      code: 'missing_scope',
      missing_scopes: ['droplet:read'],
    });
    const { text } = await send({ port, path: '/metrics' });
    expect(text).toContain('do_mcp_calls_total{tool="droplets_list",outcome="refused"} 1');
  });
});
