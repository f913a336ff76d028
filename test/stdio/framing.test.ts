// What clients really send over stdio: every request is answered, also one that is no sound message.
import { afterEach, describe, expect, it } from 'vitest';
import { opening, type RawSession, startRaw } from './raw-session.ts';

const sessions: RawSession[] = [];
afterEach(() => {
  for (const { child } of sessions.splice(0)) child.kill('SIGKILL');
});

const open = async (before: string | Buffer = ''): Promise<RawSession> => {
  const session = startRaw();
  sessions.push(session);
  session.send(before);
  session.send(opening);
  expect(await session.next()).toMatchObject({
    id: 'open',
    result: { protocolVersion: '2025-11-25' },
  });
  return session;
};

const line = (message: unknown): string => `${JSON.stringify(message)}\n`;
const ping = { jsonrpc: '2.0', id: 'after', method: 'ping' };

describe('a line that is no sound message is answered, and the next one is served', () => {
  it.each([
    [
      'params that are null',
      { jsonrpc: '2.0', id: 7, method: 'tools/list', params: null },
      -32_600,
      7,
    ],
    [
      'a _meta that is null',
      { jsonrpc: '2.0', id: 8, method: 'tools/list', params: { _meta: null } },
      -32_600,
      8,
    ],
    [
      'params in a list',
      { jsonrpc: '2.0', id: 'x', method: 'tools/list', params: [] },
      -32_600,
      'x',
    ],
    ['no jsonrpc', { id: 9, method: 'ping' }, -32_600, 9],
    ['jsonrpc 1.0', { jsonrpc: '1.0', id: 10, method: 'ping' }, -32_600, 10],
    ['an id of null', { jsonrpc: '2.0', id: null, method: 'ping' }, -32_600, null],
    ['an id of 1.5', { jsonrpc: '2.0', id: 1.5, method: 'ping' }, -32_600, 1.5],
    ['an id of true', { jsonrpc: '2.0', id: true, method: 'ping' }, -32_600, null],
    ['a method that is a number', { jsonrpc: '2.0', id: 11, method: 5 }, -32_600, 11],
    ['a text', 'ping', -32_600, null],
    ['an empty batch', [], -32_600, null],
    ['a batch', [{ jsonrpc: '2.0', id: 12, method: 'ping' }], -32_600, 12],
  ])('%s', async (_what, message, code, id) => {
    const session = await open();
    session.send(line(message));
    expect(await session.next()).toMatchObject({ id, error: { code } });
    session.send(line(ping));
    expect(await session.next()).toEqual({ jsonrpc: '2.0', id: 'after', result: {} });
  });

  it.each([
    ['broken JSON', '{"jsonrpc":"2.0","id":1,"method":\n'],
    ['an id beyond all numbers', '{"jsonrpc":"2.0","id":1e999,"method":"ping"}\n'],
    [
      'an id that would be answered as another',
      '{"jsonrpc":"2.0","id":9007199254740993,"method":"ping"}\n',
    ],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a])],
    ['UTF-16', Buffer.from('\uFEFF{"jsonrpc":"2.0","id":1,"method":"ping"}', 'utf16le')],
    ['two messages on one line', `${line(ping).trim()}${line(ping)}`],
  ])('%s', async (_what, text) => {
    const session = await open();
    session.send(text);
    if (typeof text !== 'string' && !text.includes(0x0a)) session.send('\n');
    expect((await session.next()).error?.code).toBeLessThanOrEqual(-32_600);
    session.send(`\n${line(ping)}`);
    let answer = await session.next();
    // What UTF-16 leaves of the line ends may make up a line of its own.
    while (answer.error) answer = await session.next();
    expect(answer).toMatchObject({ id: 'after', result: {} });
  });

  it('each request of a batch, so that none is waited for in vain', async () => {
    const session = await open();
    session.send(line([ping, { ...ping, id: 'second' }, { jsonrpc: '2.0', method: 'x' }]));
    expect((await session.next()).id).toBe('after');
    expect((await session.next()).id).toBe('second');
    session.send(line({ ...ping, id: 'third' }));
    expect(await session.next()).toMatchObject({ id: 'third', result: {} });
  });

  it('but not a million times for a line of a million messages', async () => {
    const session = await open();
    session.send(line(Array.from({ length: 100_000 }, (_, id) => ({ id }))));
    session.send(line(ping));
    let answers = 0;
    while ((await session.next()).id !== 'after') answers += 1;
    expect(answers).toBe(64);
  });

  it('however deep it is nested', async () => {
    const session = await open();
    const deep = (brackets: number): string =>
      `{"jsonrpc":"2.0","id":13,"method":"tools/call","params":{"name":"account_get","arguments":{"a":${'['.repeat(brackets)}${']'.repeat(brackets)}}}}\n`;
    for (const brackets of [120, 1_000, 100_000, 3_000_000]) {
      session.send(deep(brackets));
      const { id, error, result } = await session.next();
      expect(id).toBe(13);
      expect(error !== undefined || result?.['isError'] === true).toBe(true);
    }
    session.send(line(ping));
    expect((await session.next()).id).toBe('after');
  });
});

describe('what means nothing is passed over', () => {
  it('a byte order mark before the first line', async () => {
    const session = await open('\uFEFF');
    session.send(line(ping));
    expect((await session.next()).id).toBe('after');
  });

  it('empty lines, and line ends as Windows has them', async () => {
    const session = await open('\r\n\n  \n');
    session.send(`${JSON.stringify(ping)}\r\n`);
    expect((await session.next()).id).toBe('after');
  });

  it('a cursor that is null', async () => {
    const session = await open();
    session.send(line({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: { cursor: null } }));
    expect((await session.next()).result?.['tools']).toBeInstanceOf(Array);
  });

  it.each([
    ['all of them', null],
    ['one of them', { roots: null, elicitation: {} }],
    ['a detail of one', { roots: { listChanged: null } }],
  ])('capabilities that are null: %s', async (_what, capabilities) => {
    const session = startRaw();
    sessions.push(session);
    session.send(
      line({ ...JSON.parse(opening), params: { ...JSON.parse(opening).params, capabilities } }),
    );
    expect((await session.next()).result?.['protocolVersion']).toBe('2025-11-25');
  });

  it('a message that comes in pieces, cut inside a character', async () => {
    const session = await open();
    const bytes = Buffer.from(line({ ...ping, id: 'grüße' }));
    const cut = bytes.indexOf(0xc3) + 1;
    session.send(bytes.subarray(0, cut));
    await new Promise((resolve) => setImmediate(resolve));
    session.send(bytes.subarray(cut));
    expect((await session.next()).id).toBe('grüße');
  });
});

describe('when stdin ends', () => {
  it('what was asked before is answered', async () => {
    const session = startRaw();
    sessions.push(session);
    session.send(opening + line({ jsonrpc: '2.0', id: 1, method: 'tools/list' }));
    const ended = session.end();
    expect((await session.next()).id).toBe('open');
    expect((await session.next()).result?.['tools']).toBeInstanceOf(Array);
    expect(await ended).toBe(0);
  });
});
