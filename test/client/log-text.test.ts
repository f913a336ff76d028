// Log texts behind signed addresses: where they may come from, how much is read, and that the token stays here.
import { afterEach, describe, expect, it } from 'vitest';
import type { Tail } from '../../src/client/wire/transport.ts';
import { type Arrived, type Fault, inOrder, raw, startFaultServer } from './fault-server.ts';
import { callOf, calm, createKit, entries, failureOf } from './kit.ts';

const reading = callOf(entries.get);

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const meet = async (script: (arrived: Arrived) => Fault, tail?: Partial<Tail>) => {
  const server = await startFaultServer(script);
  const kit = createKit(server, {
    logText: {
      origins: [server.url],
      tail: { keepBytes: 1000, readBytes: 100_000, milliseconds: 5000, ...tail },
    },
  });
  opened.push(kit.close, server.close);
  return { server, ...kit };
};

describe('a log text', () => {
  it('is fetched without the token', async () => {
    const { server, api } = await meet(() => raw('started\nlistening\n', 'text/plain'));
    expect(await api.text(reading, `${server.url}/logs/build.log?signature=abc`, calm)).toBe(
      'started\nlistening\n',
    );
    expect(server.arrived).toHaveLength(1);
    expect(server.arrived[0]?.query.get('signature')).toBe('abc');
    expect(server.arrived[0]?.headers).not.toHaveProperty('authorization');
  });

  it('that is long shows its end, from a whole line on', async () => {
    const lines = Array.from({ length: 500 }, (_, at) => `line ${at}`);
    const { server, api } = await meet(() => raw(lines.join('\n'), 'text/plain'));
    const text = await api.text(reading, `${server.url}/a`, calm);
    expect(text).toMatch(/^\[the beginning is left out\]\nline \d+\n/);
    expect(text.endsWith('line 499')).toBe(true);
    expect(text.length).toBeLessThan(1100);
  });

  it('without end stops at the bound of bytes', async () => {
    const { server, api } = await meet(() => ({ do: 'flood', type: 'text/plain' }));
    const text = await api.text(reading, `${server.url}/a`, calm);
    expect(text).toMatch(/^\[the beginning is left out\]\n/);
    expect(text).toMatch(/\[reading stopped here\]$/);
    expect(text.length).toBeLessThan(1200);
  });

  it('that goes on live stops at the bound of time, with what has come', async () => {
    const { server, api } = await meet(() => ({ do: 'hang_in_reply' }), { milliseconds: 60 });
    expect(await api.text(reading, `${server.url}/a`, calm)).toBe(
      '{"droplets":[{"id":1,\n[reading stopped here]',
    );
  });

  it('is asked for once more when the answer is lost', async () => {
    const { server, api } = await meet(inOrder({ do: 'reset' }, raw('here', 'text/plain')));
    expect(await api.text(reading, `${server.url}/a`, calm)).toBe('here');
    expect(server.arrived).toHaveLength(2);
  });

  it.each([
    [
      'an expired address',
      raw('<Error>expired</Error>', 'application/xml', 403),
      'bad_reply',
      /403/,
    ],
    ['a redirect', raw('', null, 302, { location: 'http://169.254.169.254/' }), 'bad_reply', /302/],
    ['silence', { do: 'hang' }, 'timeout', /no reply in time/],
  ] as const)('behind %s is an error', async (_, fault, code, says) => {
    const { server, api } = await meet(() => fault, { milliseconds: 60 });
    const failure = await failureOf(api.text(reading, `${server.url}/a?signature=secret`, calm));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(says);
    expect(failure.message).not.toMatch(/secret/);
  });

  it('ends when the caller goes', async () => {
    const { server, api } = await meet(() => ({ do: 'hang' }));
    const caller = new AbortController();
    const work = failureOf(api.text(reading, `${server.url}/a`, { signal: caller.signal }));
    while (server.arrived.length === 0) await new Promise((resolve) => setImmediate(resolve));
    caller.abort();
    expect((await work).code).toBe('cancelled');
  });
});

describe('an address', () => {
  it.each([
    'http://logs.digitalocean.com/x',
    'https://digitalocean.com.evil.test/x',
    'https://evildigitalocean.com/x',
    'https://169.254.169.254/metadata/v1/user-data',
    'https://127.0.0.1/x',
    'https://localhost/x',
    'https://user:pass@logs.digitalocean.com/x',
    'https://logs.digitalocean.com:8443/x',
    'wss://proxy.ondigitalocean.app/x',
    'file:///etc/passwd',
    'data:text/plain,x',
    'logs/build.log',
    '',
  ])('like %s is not fetched', async (address) => {
    const { server, api } = await meet(() => raw('', 'text/plain'));
    const failure = await failureOf(api.text(reading, address, calm));
    expect(failure.code).toBe('bad_reply');
    expect(failure.trouble?.kind).toBe('log_place');
    expect(server.arrived).toHaveLength(0);
  });

  it.each([
    'https://logs.digitalocean.com/x?y=z',
    'https://proxy-apps.ondigitalocean.app/?token=abc',
    'https://logs.nyc3.digitaloceanspaces.com/build.log',
  ])('like %s is fetched', async (address) => {
    const asked: string[] = [];
    const { api } = createKit({
      transport: {
        exchange: async ({ url }) => {
          asked.push(url.href);
          return { status: 200, headers: {}, body: 'text' };
        },
        close: async () => undefined,
      },
    });
    expect(await api.text(reading, address, calm)).toBe('text');
    expect(asked).toEqual([address]);
  });

  it("of the API's own origin is fetched, without the token, and of its neighbours on the host is not", async () => {
    const asked: string[] = [];
    const { api } = createKit(
      {
        transport: {
          exchange: async ({ url, headers }) => {
            asked.push(`${url.href} ${headers['authorization'] ?? 'no token'}`);
            return { status: 200, headers: {}, body: 'text' };
          },
          close: async () => undefined,
        },
      },
      { apiUrl: 'http://127.0.0.1:8787' },
    );
    expect(await api.text(reading, 'http://127.0.0.1:8787/logs/1', calm)).toBe('text');
    expect(asked).toEqual(['http://127.0.0.1:8787/logs/1 no token']);
    const other = await failureOf(api.text(reading, 'http://127.0.0.1:8788/logs/1', calm));
    expect(other.trouble?.kind).toBe('log_place');
  });
});
