// The server stops in order: not ready, nothing new, what runs is finished or answered.
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../src/http/http-limits.ts';
import { stopOnSignals } from '../../src/stop-signals.ts';
import { connectOld } from './clients.ts';
import { messageText } from './event-text.ts';
import { callLegacy, callModern, openServer, post, send } from './open-server.ts';

const parse = (text: string) => JSON.parse(messageText(text));

describe('draining', () => {
  it('says so to load balancers first, and still serves while they notice', async () => {
    const { port, server } = await openServer({ drainTimes: { notice: 300, finish: 1_000 } });
    const drained = server.drain();
    expect(await send({ port, path: '/readyz' })).toMatchObject({
      status: 503,
      text: 'draining\n',
    });
    expect((await send({ port, path: '/healthz' })).status).toBe(200);
    const late = await callModern({ port, tool: 'whoami' });
    expect(late.status).toBe(200);
    expect(late.headers['connection']).toBe('close');
    await drained;
    await expect(callModern({ port, tool: 'whoami' })).rejects.toThrow(/ECONNREFUSED/);
  });

  it('lets running calls finish', async () => {
    const { port, server, held, holding } = await openServer({
      drainTimes: { notice: 0, finish: 5_000 },
    });
    const call = callModern({ port, tool: 'hold' });
    await holding(1);
    const drained = server.drain();
    held[0]?.letGo();
    expect(parse((await call).text)).toMatchObject({ result: { content: [{ text: 'let go' }] } });
    await drained;
  });

  it('answers those that do not finish in time, in both generations, under their own ids', async () => {
    const { port, server, holding } = await openServer({ drainTimes: { notice: 0, finish: 100 } });
    const modern = callModern({ port, tool: 'hold', id: 7 });
    const legacy = callLegacy({ port, tool: 'hold' });
    await holding(2);
    await server.drain();
    const [one, other] = await Promise.all([modern, legacy]);
    expect(one.status).toBe(503);
    expect(parse(one.text)).toMatchObject({
      id: 7,
      error: { message: expect.stringContaining('look at the resource') },
    });
    expect(parse(other.text)).toMatchObject({
      id: 1,
      error: { message: expect.stringContaining('stopped') },
    });
  });

  it('refuses what waits for its turn, because it has not begun', async () => {
    const { port, server, held, holding } = await openServer({
      limits: { ...usualLimits, calls: { ...usualLimits.calls, runningEach: 1 } },
      drainTimes: { notice: 0, finish: 5_000 },
    });
    const running = callModern({ port, tool: 'hold' });
    await holding(1);
    const waiting = callModern({ port, tool: 'whoami' });
    await expect
      .poll(async () => (await send({ port, path: '/metrics' })).text)
      .toMatch(/^do_mcp_calls_waiting 1$/m);
    const drained = server.drain();
    const refused = await waiting;
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('1');
    held[0]?.letGo();
    expect((await running).status).toBe(200);
    await drained;
  });

  it('closes the open streams of sessions', async () => {
    const { url, server } = await openServer();
    const { client } = await connectOld(url, { answer: 'accept' });
    await client.listTools();
    await server.drain();
    await expect(client.listTools()).rejects.toThrow();
  });

  it('happens once, however often it is asked for', async () => {
    const { server } = await openServer();
    expect(server.drain()).toBe(server.drain());
    await server.drain();
  });
});

describe('signals', () => {
  const open = () => {
    const listeners = new Map<string, () => void>();
    const exits: number[] = [];
    const source = {
      on: (signal: string, listener: () => void) => listeners.set(signal, listener),
      exit: (code: number) => void exits.push(code),
    };
    return { source, exits, send: (signal: string) => listeners.get(signal)?.() };
  };

  it('stop the server in order, then end the process', async () => {
    const { source, exits, send: signal } = open();
    const order: string[] = [];
    stopOnSignals(source, async () => {
      order.push('stopped');
    });
    signal('SIGTERM');
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual(['stopped']);
    expect(exits).toEqual([0]);
  });

  it('end the process at once when they come twice', () => {
    const { source, exits, send: signal } = open();
    stopOnSignals(source, () => new Promise(() => {}));
    signal('SIGTERM');
    signal('SIGINT');
    expect(exits).toEqual([1]);
  });
});

describe('calls that are left alone by their client', () => {
  it('are cancelled and give their place back, with and without a session', async () => {
    const { port, held, holding } = await openServer();
    const gone = new AbortController();
    const calls = [
      callModern({ port, tool: 'hold', signal: gone.signal }),
      callModern({ port, tool: 'hold', signal: gone.signal }),
    ];
    await holding(2);
    const signals = held.map(({ signal }) => signal);
    gone.abort();
    await Promise.allSettled(calls);
    await expect.poll(() => signals.every(({ aborted }) => aborted)).toBe(true);
    await expect
      .poll(async () => (await send({ port, path: '/metrics' })).text)
      .toMatch(/^do_mcp_calls_running 0$/m);
    expect((await post(port, { jsonrpc: '2.0', id: 1, method: 'ping' })).status).toBe(200);
  });
});
