// What a body may hold, and how much of all bodies is held at the same time.
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFailedAttempts } from '../../src/http/authentication/failed-attempts.ts';
import { requireToken } from '../../src/http/authentication/token.ts';
import { usualLimits } from '../../src/http/http-limits.ts';
import { overBounds } from '../../src/http/mcp/json-bounds.ts';
import { ByteBudget } from '../../src/http/sharing/byte-budget.ts';
import { callModern, openServer, post, send } from './open-server.ts';
import { realClock } from './real-clock.ts';

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('the bounds on JSON', () => {
  const bounds = { depth: 5, parts: 10 };

  it.each<[string, string, boolean]>([
    ['as deep as it may be', nested(5), false],
    ['one level deeper', nested(6), true],
    ['as many values as there may be', `[${'1,'.repeat(9)}1]`, false],
    ['one value more', `[${'1,'.repeat(10)}1]`, true],
    ['as many keys as there may be', '{"a":1,"b":2,"c":3,"d":4,"e":5}', false],
    ['one key more', '{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}', true],
    ['brackets and commas in a text', JSON.stringify('[[[[[[[[,,,,,,,,,,,,{{{{{{'), false],
    ['a text with quotes and backslashes', JSON.stringify('\\"[[[[[[[\\\\"[[[[[\\'), false],
    ['depth behind a text that ends with a backslash', `["\\\\",${nested(5)}]`, true],
    ['a text that never ends', '"[[[[[[[[[[[[', false],
  ])('%s', (_, text, isOver) => {
    expect(overBounds(text, bounds) !== undefined).toBe(isOver);
  });

  it('are measured in a time that grows with the length alone', () => {
    const time = (text: string): number => {
      const begun = performance.now();
      overBounds(text, { depth: 1e9, parts: 1e9 });
      return performance.now() - begun;
    };
    time('"'.repeat(10_000));
    for (const unit of ['\\', '"', '\\"', '["\\\\",', '{"":'])
      expect(time(`"${unit.repeat(1_000_000 / unit.length)}`)).toBeLessThan(3_000);
  });
});

describe('a body', () => {
  it.each([
    ['deeper than any call', { deep: JSON.parse(nested(70)) }],
    ['with more values than any call', { many: Array.from({ length: 40_001 }, () => 1) }],
  ])('%s is refused before it is parsed', async (_, given) => {
    const { port, lines } = await openServer();
    const params = { name: 'echo', arguments: given };
    const reply = await post(port, { jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    expect(reply.status).toBe(413);
    expect(lines.join('\n')).toContain('"reason":"body"');
  });
});

describe('the budget for bodies', () => {
  it('is bounded for each principal and for all, and comes back', () => {
    const budget = new ByteBudget({ each: 10, all: 15 });
    const first = budget.take('a', 10);
    expect(budget.take('a', 1)).toBeUndefined();
    const second = budget.take('b', 5);
    expect(budget.take('b', 1)).toBeUndefined();
    expect(budget.take('c', 1)).toBeUndefined();
    first?.();
    first?.();
    expect(budget.take('b', 5)).toBeDefined();
    expect(budget.take('a', 5)).toBeDefined();
    expect(budget.take('c', 1)).toBeUndefined();
    second?.();
    expect(budget.take('c', 5)).toBeDefined();
  });

  it('that one principal has filled with slow bodies leaves room for the others', async () => {
    const { port } = await openServer({
      limits: { ...usualLimits, bodies: { each: 2_000, all: 10_000 } },
      authenticator: requireToken({
        open: (token) => ({ id: token }),
        grantOf: async () => ({
          kind: 'known',
          scopes: new Set(),
          source: 'digitalocean',
          expiresAt: null,
        }),
        failures: createFailedAttempts({}),
        clock: realClock,
      }),
    });
    const slow = (): Socket => {
      const socket = connect(port, '127.0.0.1');
      onTestFinished(() => void socket.destroy());
      socket.write(
        'POST /mcp HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer greedy\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
      );
      return socket;
    };
    const sockets = [slow(), slow()];
    const come = (token: string) =>
      callModern({ port, tool: 'whoami', headers: { authorization: `Bearer ${token}` } });
    await expect.poll(async () => (await come('greedy')).status).toBe(429);
    expect((await come('modest')).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => (await come('greedy')).status).toBe(200);
  });
});

describe('what two readers could read in two ways', () => {
  const twice = (port: number, name: string, values: readonly [string, string]): Promise<string> =>
    new Promise((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          `GET /healthz HTTP/1.1\r\n${name === 'host' ? '' : 'host: localhost\r\n'}${values.map((value) => `${name}: ${value}\r\n`).join('')}connection: close\r\n\r\n`,
        ),
      );
      socket.on('data', (chunk) => {
        text += String(chunk);
      });
      socket.on('close', () => resolve(text));
      socket.on('error', () => {});
    });

  it.each<[string, [string, string]]>([
    ['host', ['localhost', 'evil.example']],
    ['Host', ['localhost', 'localhost']],
    ['authorization', ['Bearer a', 'Bearer b']],
    ['origin', ['http://localhost', 'https://evil.example']],
    ['content-type', ['application/json', 'text/plain']],
    ['mcp-session-id', ['a', 'b']],
  ])('is refused: two headers %s', async (name, values) => {
    const { port } = await openServer();
    expect(await twice(port, name, values)).toMatch(/^HTTP\/1.1 400/);
  });

  it('is no header that may well stand twice', async () => {
    const { port } = await openServer();
    expect(await twice(port, 'accept', ['application/json', 'text/plain'])).toMatch(
      /^HTTP\/1.1 200/,
    );
  });

  it('an address may be as long as any, and not longer', async () => {
    const { port } = await openServer();
    const path = (length: number): string => `/healthz?${'x'.repeat(length - 9)}`;
    expect((await send({ port, path: path(2_048) })).status).toBe(200);
    expect((await send({ port, path: path(2_049) })).status).toBe(414);
  });
});
