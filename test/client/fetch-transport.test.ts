// The transport within this process, as the simulation and msw are reached.
import { getResponse, HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { createFetchTransport } from '../../src/client/wire/fetch-transport.ts';
import { callOf, calm, createKit, entries, failureOf } from './kit.ts';

describe('a handler in this process', () => {
  it('meets the same road as the network', async () => {
    let calls = 0;
    const seen: Request[] = [];
    const kit = createKit({
      transport: createFetchTransport(async (request) => {
        seen.push(request);
        calls += 1;
        return calls === 1
          ? Response.json({ message: 'busy' }, { status: 503 })
          : Response.json({ droplet: { id: 1 } });
      }),
    });
    expect((await kit.api.send(callOf(entries.get), calm)).body).toEqual({ droplet: { id: 1 } });
    expect(seen[0]?.url).toBe('https://api.digitalocean.com/v2/droplets/1');
    expect(calls).toBe(2);
  });

  it('can be handlers of msw', async () => {
    const handlers = [
      http.post('https://api.digitalocean.com/v2/droplets', async ({ request }) =>
        HttpResponse.json({ droplet: await request.json() }, { status: 202 }),
      ),
    ];
    const transport = createFetchTransport(
      async (request) => (await getResponse(handlers, request)) ?? Response.error(),
    );
    const { api } = createKit({ transport });
    const reply = await api.send(
      callOf(entries.create, { request: { body: { name: 'web' } } }),
      calm,
    );
    expect(reply).toMatchObject({ status: 202, body: { droplet: { name: 'web' } } });
  });

  it('that throws proves nothing about a create', async () => {
    const { api } = createKit({
      transport: createFetchTransport(() => Promise.reject(new Error('bug'))),
    });
    expect((await failureOf(api.send(callOf(entries.create), calm))).code).toBe('outcome_unknown');
    expect((await failureOf(api.send(callOf(entries.get), calm))).code).toBe('unreachable');
  });

  it('that hangs is left when the caller goes', async () => {
    const { api } = createKit({
      transport: createFetchTransport(() => new Promise(() => undefined)),
    });
    const caller = new AbortController();
    const work = failureOf(api.send(callOf(entries.get), { signal: caller.signal }));
    caller.abort();
    expect((await work).code).toBe('cancelled');
  });

  it('cannot fill the memory', async () => {
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      });
    const transport = createFetchTransport(async () => new Response(endless()), 1_000_000);
    const failure = await failureOf(createKit({ transport }).api.send(callOf(entries.get), calm));
    expect(failure.code).toBe('bad_reply');
  });
});
