// The simulation's own server: who may reach into it, and what it bounds.
import { request } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSimulation, serveSimulation } from '../../src/simulation/serve.ts';
import { createBodyReader, TooBusy } from '../../src/simulation/serving/body.ts';
import { turnedAway } from '../../src/simulation/serving/callers.ts';

const clock = { now: () => Date.now(), sleep: async () => undefined };
const noNames = new Set<string>();
const fault = JSON.stringify({ path: '/v2/account', respond: { status: 503 } });

describe('the control endpoint', () => {
  let served: ServedSimulation;
  beforeAll(async () => {
    served = await serveSimulation({ clock });
  });
  afterAll(() => served.close());

  const post = (path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          port: served.port,
          path,
          method: 'POST',
          headers: { 'content-type': 'text/plain', ...headers },
        },
        (reply) => {
          reply.resume();
          resolve(reply.statusCode ?? 0);
        },
      );
      sent.on('error', reject);
      sent.end(fault);
    });

  it.each([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page that hides where it is from', { origin: 'null' }],
    ['a page of another port of this machine', { origin: 'http://127.0.0.1:9' }],
    ['a browser that says it comes from elsewhere', { 'sec-fetch-site': 'cross-site' }],
    ['a foreign name that was pointed here', { host: 'evil.example' }],
    ['a foreign name that begins like this machine', { host: '127.0.0.1.evil.example' }],
  ])('turns away %s, and changes nothing', async (_, headers) => {
    expect(await post('/_simulation/faults', headers)).toBe(403);
    const standing = await fetch(`${served.url}/_simulation/faults`);
    expect(JSON.parse(await standing.text())).toEqual({ faults: [] });
  });

  it('turns the same away from everything below it, and from nothing else', async () => {
    expect(await post('/_simulation/logs', { host: 'evil.example' })).toBe(403);
    expect(await post('/v2/tags', { host: 'evil.example' })).not.toBe(403);
  });

  it.each([
    { host: '127.0.0.1:8787' },
    { host: '[::1]:8787' },
    { host: 'localhost' },
    { host: 'sim.localhost:8787' },
    { host: 'simulation:8787' },
    { host: 'sim.corp.example', named: true },
    { host: '127.0.0.1:8787', origin: 'http://127.0.0.1:8787' },
  ])('takes a request to $host from $origin', ({ host, origin, named }) => {
    const headers = { host, ...(origin ? { origin } : {}) };
    expect(
      turnedAway({ headers }, named ? new Set(['sim.corp.example']) : noNames),
    ).toBeUndefined();
  });

  it('holds no more than a thousand faults', async () => {
    const { simulation } = await serveSimulation({ clock }).then(async (other) => {
      await other.close();
      return other;
    });
    const send = async () =>
      (
        await simulation.fetch(
          new Request('http://127.0.0.1/_simulation/faults', { method: 'POST', body: fault }),
        )
      ).status;
    for (let count = 0; count < 1_000; count += 1) expect(await send()).toBe(201);
    expect(await send()).toBe(400);
  });
});

describe('bodies', () => {
  const incoming = (bytes: number) =>
    Object.assign(Readable.from([Buffer.alloc(bytes)]), { method: 'POST', headers: {} });

  it('are held within a sum, which is free again when they are read', async () => {
    const read = createBodyReader();
    const size = 8 * 1024 * 1024;
    const eight = Array.from({ length: 8 }, () => read(incoming(size) as never));
    await expect(Promise.all([...eight, read(incoming(size) as never)])).rejects.toThrow(TooBusy);
    await Promise.allSettled(eight);
    await expect(read(incoming(size) as never)).resolves.toHaveLength(size);
  });
});

describe('connections', () => {
  it('beyond the bound are closed as they come, and the others go on', async () => {
    const served = await serveSimulation({ clock });
    const sockets = Array.from({ length: 1_024 }, () => connect(served.port, '127.0.0.1'));
    await Promise.all(
      sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))),
    );
    const late = connect(served.port, '127.0.0.1');
    await new Promise((resolve) => late.once('close', resolve));
    const [first] = sockets;
    const answered = new Promise<string>((resolve) => {
      first?.once('data', (data) => resolve(String(data)));
    });
    first?.write('GET /v2/account HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
    expect(await answered).toContain('HTTP/1.1 200');
    for (const socket of sockets) socket.destroy();
    await served.close();
  });
});
