// Deadlines and cancellation, on a real clock with short times and on real sockets.
import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { ApiClientOptions } from '../../src/client/api-client.ts';
import { startDeadline } from '../../src/client/wire/deadlines.ts';
import type { UndiciTransportOptions } from '../../src/client/wire/undici-transport.ts';
import { systemClock } from '../../src/system.ts';
import { type Fault, inOrder, json, startFaultServer } from './fault-server.ts';
import { callOf, calm, createKit, entries, failureOf } from './kit.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const meet = async (
  script: () => Fault,
  own: Partial<ApiClientOptions> & { readonly wire?: UndiciTransportOptions },
) => {
  const server = await startFaultServer(script);
  const kit = createKit(server, { clock: systemClock, random: () => 0, ...own });
  opened.push(kit.close, server.close);
  return { server, ...kit };
};

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('deadlines', () => {
  it('headers that do not come are repeated for reads, up to the attempts', async () => {
    const { server, api } = await meet(
      inOrder({ do: 'hang' }, { do: 'hang' }, json({ droplet: { id: 1 } })),
      {
        wire: { headersMs: 60 },
      },
    );
    expect((await api.send(callOf(entries.get), calm)).body).toEqual({ droplet: { id: 1 } });
    expect(server.arrived).toHaveLength(3);
  });

  it('a body that stops in the middle is repeated for reads', async () => {
    const { server, api } = await meet(
      inOrder({ do: 'hang_in_reply' }, json({ droplet: { id: 1 } })),
      {
        wire: { bodyMs: 60 },
      },
    );
    expect((await api.send(callOf(entries.get), calm)).body).toEqual({ droplet: { id: 1 } });
    expect(server.arrived).toHaveLength(2);
  });

  it('a create without an answer in time is sent once and has an unknown outcome', async () => {
    for (const fault of ['hang', 'hang_in_reply'] as const) {
      const { server, api } = await meet(() => ({ do: fault }), {
        wire: { headersMs: 60, bodyMs: 60 },
      });
      const failure = await failureOf(api.send(callOf(entries.create), calm));
      expect(failure.code).toBe('outcome_unknown');
      expect(server.arrived).toHaveLength(1);
    }
  });

  it('the whole call ends at its own deadline', async () => {
    const { server, api } = await meet(() => ({ do: 'hang' }), { limits: { callMs: 80 } });
    const begun = Date.now();
    const failure = await failureOf(api.send(callOf(entries.get), calm));
    expect(failure).toMatchObject({ code: 'timeout', status: null });
    expect(Date.now() - begun).toBeLessThan(1000);
    expect(server.arrived).toHaveLength(1);
    expect((await failureOf(api.send(callOf(entries.create), calm))).code).toBe('outcome_unknown');
  });

  it('a connection that is never made is certainly not sent', async () => {
    // A server whose queue of connections is full: nobody answers the handshake of TLS.
    const server = await startFaultServer(() => ({ do: 'hang' }));
    const kit = createKit(
      { url: server.url.replace('http:', 'https:') },
      { clock: systemClock, random: () => 0, limits: { attempts: 1 }, wire: { connectMs: 60 } },
    );
    opened.push(kit.close, server.close);
    const failure = await failureOf(kit.api.send(callOf(entries.create), calm));
    expect(failure.code).toBe('unreachable');
    expect(server.arrived).toHaveLength(0);
  });
});

describe('cancellation', () => {
  it('ends a call under way within 100 ms and closes its connection', async () => {
    const { server, api } = await meet(() => ({ do: 'hang' }), {});
    const caller = new AbortController();
    const work = failureOf(api.send(callOf(entries.get), { signal: caller.signal }));
    await until(() => server.arrived.length === 1);
    const begun = Date.now();
    caller.abort();
    expect(await work).toMatchObject({ code: 'cancelled', mayHaveHappened: false });
    expect(Date.now() - begun).toBeLessThan(100);
  });

  it('of a create under way says that it may have been carried out', async () => {
    const { server, api } = await meet(() => ({ do: 'hang' }), {});
    const caller = new AbortController();
    const work = failureOf(api.send(callOf(entries.create), { signal: caller.signal }));
    await until(() => server.arrived.length === 1);
    caller.abort();
    const failure = await work;
    expect(failure.code).toBe('cancelled');
    expect(failure.mayHaveHappened).toBe(true);
  });

  it('before anything is sent sends nothing', async () => {
    const { server, api } = await meet(() => json({}), {});
    const failure = await failureOf(
      api.send(callOf(entries.create), { signal: AbortSignal.abort() }),
    );
    expect(failure.code).toBe('cancelled');
    expect(failure.mayHaveHappened).toBe(false);
    expect(server.arrived).toHaveLength(0);
  });

  it('ends a wait between two attempts', async () => {
    const { server, api } = await meet(
      () => json({ id: 'too_many_requests', message: 'x' }, 429, { 'retry-after': '15' }),
      {},
    );
    const caller = new AbortController();
    const work = failureOf(api.send(callOf(entries.create), { signal: caller.signal }));
    await until(() => server.arrived.length === 1);
    await new Promise((resolve) => setImmediate(resolve));
    caller.abort();
    expect(await work).toMatchObject({
      code: 'cancelled',
      mayHaveHappened: false,
    });
    expect(server.arrived).toHaveLength(1);
  });
});

describe('listeners', () => {
  it("do not pile up on a caller's signal, however many calls it carries", async () => {
    const warnings: Error[] = [];
    const hear = (warning: Error): unknown => warnings.push(warning);
    process.on('warning', hear);
    const { api } = await meet(() => json({ droplet: { id: 1 } }), {});
    const caller = new AbortController();
    await Promise.all(
      Array.from({ length: 60 }, () => api.send(callOf(entries.get), { signal: caller.signal })),
    );
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', hear);
    expect(warnings).toEqual([]);
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });

  it('a deadline follows a caller that is gone already', () => {
    const deadline = startDeadline(systemClock, AbortSignal.abort('gone'), 1000);
    expect(deadline.signal.reason).toBe('gone');
    expect(deadline.passed).toBe(false);
    deadline.end();
  });
});
