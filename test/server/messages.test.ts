// What is no message gets an error with its id; what a client writes as null for "nothing" is taken for nothing.
import { describe, expect, it } from 'vitest';
import { errorOf, judgeLine, judgeMessage } from '../../src/server/messages.ts';

const refusalOf = (raw: unknown) => {
  const judged = judgeMessage(raw);
  if (judged.kind === 'sound') throw new Error('the message was taken');
  return errorOf(judged);
};
const ping = { jsonrpc: '2.0', id: 7, method: 'ping' };

describe('a message', () => {
  it.each<[string, unknown, unknown]>([
    ['params of null', { ...ping, params: null }, 7],
    ['params that are a list', { ...ping, params: [1] }, 7],
    ['params that are text', { ...ping, params: 'x' }, 7],
    ['_meta of null', { ...ping, params: { _meta: null } }, 7],
    ['_meta that is a list', { ...ping, params: { _meta: [] } }, 7],
    ['no progress token', { ...ping, params: { _meta: { progressToken: {} } } }, 7],
    ['a broken progress token', { ...ping, params: { _meta: { progressToken: 1.5 } } }, 7],
    [
      'no task that it is related to',
      { ...ping, params: { _meta: { 'io.modelcontextprotocol/related-task': 5 } } },
      7,
    ],
    ['an id of null', { ...ping, id: null }, null],
    ['a broken number as id', { ...ping, id: 1.5 }, 1.5],
    ['an id that is true', { ...ping, id: true }, null],
    ['an object as id', { ...ping, id: {} }, null],
    ['an id that is longer than any', { ...ping, id: 'x'.repeat(1_001) }, null],
    ['no jsonrpc', { id: 7, method: 'ping' }, 7],
    ['another jsonrpc', { ...ping, jsonrpc: '1.0', id: 'x' }, 'x'],
    ['a number as jsonrpc', { ...ping, jsonrpc: 2 }, 7],
    ['no method', { jsonrpc: '2.0', id: 7 }, 7],
    ['a method that is no name', { ...ping, method: 1 }, 7],
    ['an empty method', { ...ping, method: '' }, 7],
    ['result and error', { jsonrpc: '2.0', id: 7, result: {}, error: {} }, 7],
    ['a batch', [ping], null],
    ['an empty batch', [], null],
    ['text', 'ping', null],
    ['null', null, null],
  ])('is refused with its id when it has %s', (_, raw, id) => {
    expect(refusalOf(raw)).toMatchObject({ jsonrpc: '2.0', id, error: { code: -32_600 } });
  });

  it('that is no JSON is a parse error without an id, and nothing of it is repeated', () => {
    const [judged] = judgeLine('{"token": dop_v1_secret');
    if (judged?.kind !== 'refused') throw new Error('the message was taken');
    expect(errorOf(judged)).toMatchObject({ id: null, error: { code: -32_700 } });
    expect(JSON.stringify(judged)).not.toContain('secret');
  });

  it.each<[string, object]>([
    ['a request', ping],
    ['a request with a text as id', { ...ping, id: '' }],
    ['a request with the longest id', { ...ping, id: 'x'.repeat(1_000) }],
    ['a notification', { jsonrpc: '2.0', method: 'notifications/initialized' }],
    ['an answer', { jsonrpc: '2.0', id: 1, result: {} }],
    ['an error', { jsonrpc: '2.0', id: 1, error: { code: 1, message: 'x' } }],
    ['an error about nothing that could be read', { jsonrpc: '2.0', id: null, error: {} }],
  ])('is taken as it is when it is %s', (_, raw) => {
    expect(judgeMessage(raw)).toEqual({ kind: 'sound', message: raw });
  });

  it('is taken behind a byte order mark', () => {
    expect(judgeLine(`\uFEFF${JSON.stringify(ping)}`)).toEqual([{ kind: 'sound', message: ping }]);
  });
});

describe('null for nothing', () => {
  const paramsOf = (raw: object): unknown => {
    const judged = judgeMessage({ ...ping, ...raw });
    return judged.kind === 'sound' ? judged.message['params'] : judged;
  };

  it('is a cursor that is not there', () => {
    expect(paramsOf({ method: 'tools/list', params: { cursor: null, x: 1 } })).toEqual({ x: 1 });
  });

  it('is no capability', () => {
    const params = { protocolVersion: '2025-11-25', capabilities: null };
    expect(paramsOf({ method: 'initialize', params })).toEqual({ ...params, capabilities: {} });
    expect(
      paramsOf({
        method: 'initialize',
        params: { ...params, capabilities: { roots: null, sampling: {} } },
      }),
    ).toEqual({ ...params, capabilities: { sampling: {} } });
    const key = 'io.modelcontextprotocol/clientCapabilities';
    expect(paramsOf({ params: { _meta: { [key]: null, other: null } } })).toEqual({
      _meta: { [key]: {}, other: null },
    });
  });

  it('stays null where it is a value', () => {
    const params = { name: 'x', arguments: { cursor: null } };
    expect(paramsOf({ method: 'tools/call', params })).toEqual(params);
  });
});
