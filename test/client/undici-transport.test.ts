// The network transport: connections, what counts as never sent, proxies.
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { proxyFrom } from '../../src/client/wire/proxies.ts';
import { type Transport, WireFailure, type WireRequest } from '../../src/client/wire/transport.ts';
import { createUndiciTransport } from '../../src/client/wire/undici-transport.ts';
import { json, startFaultServer } from './fault-server.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const get = (url: string, own: Partial<WireRequest> = {}): WireRequest => ({
  method: 'GET',
  url: new URL(url),
  headers: { accept: '*/*' },
  fresh: false,
  signal: new AbortController().signal,
  ...own,
});

const open = (options: Parameters<typeof createUndiciTransport>[0] = {}): Transport => {
  const transport = createUndiciTransport(options);
  opened.push(() => transport.close());
  return transport;
};

const wireFailure = async (work: Promise<unknown>): Promise<WireFailure> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (error instanceof WireFailure) return error;
  throw new Error(`expected a WireFailure, got ${String(error)}`);
};

describe('being prepared', () => {
  it('loads what the first exchange needs, and sends nothing', async () => {
    const server = await startFaultServer(() => json({}));
    opened.push(server.close);
    const transport = open();
    await transport.prepare?.();
    expect(server.connections).toBe(0);
    expect((await transport.exchange(get(server.url))).status).toBe(200);
  });
});

describe('connections', () => {
  it('are kept alive between calls', async () => {
    const server = await startFaultServer(() => json({}));
    opened.push(server.close);
    const transport = open();
    for (let call = 0; call < 20; call += 1) await transport.exchange(get(server.url));
    // Undici rests a connection for one turn after each reply, so a call right after it may open a second one.
    expect(server.connections).toBeLessThanOrEqual(2);
  });

  it('are bounded: further requests wait for one', async () => {
    let waiting: (() => void)[] = [];
    const server = await startFaultServer(
      () => new Promise((resolve) => waiting.push(() => resolve(json({})))),
    );
    opened.push(server.close);
    const transport = open({ connections: 3 });
    const work = Promise.all(Array.from({ length: 12 }, () => transport.exchange(get(server.url))));
    let done = false;
    void work.then(() => {
      done = true;
    });
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve));
      expect(server.connections).toBeLessThanOrEqual(3);
      for (const answer of waiting.splice(0)) answer();
    }
    waiting = [];
    expect(server.arrived).toHaveLength(12);
  });

  it('are made anew for every request that asks for a fresh one, also one after another and all at once', async () => {
    const server = await startFaultServer(() => json({}));
    opened.push(server.close);
    const transport = open();
    await transport.exchange(get(server.url));
    const fresh = () =>
      transport.exchange(get(server.url, { method: 'POST', body: '{}', fresh: true }));
    for (let call = 0; call < 5; call += 1) await fresh();
    await Promise.all(Array.from({ length: 5 }, fresh));
    expect(server.connections).toBe(11);
    const used = server.arrived.map(({ connection }) => connection);
    expect(new Set(used).size).toBe(11);
  });
});

describe('never sent', () => {
  it('is certain for a refused connection', async () => {
    const server = await startFaultServer(() => json({}));
    await server.close();
    const failure = await wireFailure(open().exchange(get(server.url)));
    expect(failure).toMatchObject({
      outcome: 'not_sent',
      how: 'broken',
      message: 'the connection was refused',
    });
  });

  it('is certain for a name that does not exist', async () => {
    const failure = await wireFailure(open().exchange(get('http://no-such-host.invalid/')));
    expect(failure.outcome).toBe('not_sent');
    expect(failure.message).toMatch(/host name is not known|name server does not answer/);
  });

  it('is certain where TLS fails', async () => {
    const plain = createTcpServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end('this is no TLS\n'),
    );
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    opened.push(() => new Promise((resolve) => plain.close(resolve)));
    const { port } = plain.address() as AddressInfo;
    const failure = await wireFailure(open().exchange(get(`https://127.0.0.1:${port}/`)));
    expect(failure.outcome).toBe('not_sent');
  });

  it('is not claimed for a reset after the request', async () => {
    const server = await startFaultServer(() => ({ do: 'reset' }));
    opened.push(server.close);
    expect((await wireFailure(open().exchange(get(server.url)))).outcome).toBe('unknown');
  });

  it('holds for a call given up while it waits for a connection: it is not written later', async () => {
    let answer: (() => void) | undefined;
    const server = await startFaultServer(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(json({}));
        }),
    );
    opened.push(server.close);
    const transport = open({ connections: 1 });
    const first = transport.exchange(get(`${server.url}/first`));
    while (!answer) await new Promise((resolve) => setImmediate(resolve));
    const caller = new AbortController();
    const second = wireFailure(
      transport.exchange(get(`${server.url}/second`, { signal: caller.signal })),
    );
    // Long enough for it to stand in undici's queue.
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    caller.abort();
    expect(await second).toMatchObject({ outcome: 'not_sent', how: 'aborted' });
    answer();
    await first;
    const third = transport.exchange(get(`${server.url}/third`));
    while (server.arrived.length < 2) await new Promise((resolve) => setImmediate(resolve));
    answer();
    await third;
    expect(server.arrived.map(({ path }) => path)).toEqual(['/first', '/third']);
  });

  it('holds after closing', async () => {
    const transport = createUndiciTransport();
    await transport.close();
    expect((await wireFailure(transport.exchange(get('http://127.0.0.1:9/')))).outcome).toBe(
      'not_sent',
    );
  });
});

describe('proxies', () => {
  const startProxy = async (): Promise<{ url: string; tunnels: string[]; server: Server }> => {
    const tunnels: string[] = [];
    const server = createServer();
    server.on('connect', (request, socket, head) => {
      tunnels.push(request.url ?? '');
      const [, port] = (request.url ?? '').split(':');
      // Whatever host is asked for stands on this machine.
      const upstream = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push(
      () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(resolve);
        }),
    );
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels, server };
  };

  it('are read from the environment in either case', () => {
    expect(proxyFrom({ HTTPS_PROXY: 'http://a', http_proxy: 'http://b', NO_PROXY: 'x' })).toEqual({
      https: 'http://a',
      http: 'http://b',
      no: 'x',
    });
    expect(proxyFrom({ HTTPS_PROXY: '' })).toEqual({});
  });

  it('without a scheme mean http, as everybody writes them', () => {
    expect(
      proxyFrom({ HTTPS_PROXY: '127.0.0.1:3128', HTTP_PROXY: 'user:pass@proxy.test:8080' }),
    ).toEqual({ https: 'http://127.0.0.1:3128', http: 'http://user:pass@proxy.test:8080' });
  });

  it.each([
    ['socks5h://127.0.0.1:1080', 'names a socks5h proxy; only http and https are known'],
    ['http://', 'is no address'],
    ['http://[bad', 'is no address'],
  ])('like %s are named and not used', async (value, reason) => {
    const proxy = proxyFrom({ https_proxy: value });
    expect(proxy).toEqual({ unusable: [{ variable: 'https_proxy', protocol: 'https', reason }] });
    const transport = open({ proxy });
    const failure = await wireFailure(transport.exchange(get('https://api.example.test/')));
    expect(failure).toMatchObject({
      outcome: 'not_sent',
      how: 'unsendable',
      message: `https_proxy ${reason}`,
    });
  });

  it('that cannot be used are not in the way of this machine', async () => {
    const server = await startFaultServer(() => json({}));
    opened.push(server.close);
    const transport = open({ proxy: proxyFrom({ HTTP_PROXY: 'socks5h://127.0.0.1:1080' }) });
    expect((await transport.exchange(get(`${server.url}/here`))).status).toBe(200);
  });

  it('carry requests to named hosts, but not to this machine or to hosts that are left out', async () => {
    const server = await startFaultServer(() => json({}));
    opened.push(server.close);
    const proxy = await startProxy();
    const transport = open({ proxy: { http: proxy.url, no: 'internal.test' } });
    const { port } = new URL(server.url);
    await transport.exchange(get(`http://api.example.test:${port}/through`));
    await transport.exchange(get(`http://127.0.0.1:${port}/direct`));
    expect(proxy.tunnels).toEqual([`api.example.test:${port}`]);
    expect(server.arrived.map(({ path }) => path)).toEqual(['/through', '/direct']);
    const left = await wireFailure(transport.exchange(get(`http://internal.test:${port}/`)));
    expect(left.outcome).toBe('not_sent');
    expect(proxy.tunnels).toHaveLength(1);
  });

  it('and headers that cannot be sent mean that nothing was sent, however the error is called', async () => {
    const transport = open({});
    const bad = { ...get('http://127.0.0.1:9/'), headers: { 'x-bad': 'a\nb' } };
    expect(await wireFailure(transport.exchange(bad))).toMatchObject({
      outcome: 'not_sent',
      how: 'unsendable',
    });
    const broken = open({ proxy: { https: 'http://', http: 'http://' } });
    expect((await wireFailure(broken.exchange(get('https://api.example.test/')))).outcome).toBe(
      'not_sent',
    );
  });

  it('that are away mean that nothing was sent', async () => {
    const transport = open({ proxy: { https: 'http://127.0.0.1:9', http: 'http://127.0.0.1:9' } });
    const failure = await wireFailure(transport.exchange(get('https://api.example.test/')));
    expect(failure.outcome).toBe('not_sent');
  });
});
