// What calls do when a real server fails them: each case with the exact number of requests on the wire.
import { describe, expect, it } from 'vitest';
import type { ClientEvent } from '../../src/client/parts.ts';
import { createQuota } from '../../src/client/quota/quota.ts';
import { ratesOf } from '../../src/client/quota/rates.ts';
import { createMemoryTally } from '../../src/client/quota/tally.ts';
import { inOrder, json, raw, refusal, startFaultServer } from './fault-server.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { callOf, calm, createKit, entries, failureOf, token } from './kit.ts';
import { prepareMeetings } from './meeting.ts';

const { meet, alsoClose } = prepareMeetings();

const droplet = json({ droplet: { id: 1, status: 'active' } });
const created = json({ droplet: { id: 1, status: 'new' } }, 202);
const nothing = raw('', null, 204);

describe('a call that goes well', () => {
  it('sends one request with the token, our name and the body, and gives the parsed reply', async () => {
    const { server, api } = await meet(() => created);
    const reply = await api.send(
      callOf(entries.create, { request: { body: { name: 'web-1' } } }),
      calm,
    );
    expect(reply).toMatchObject({ status: 202, body: { droplet: { id: 1 } }, requestId: 'req-1' });
    expect(server.arrived).toHaveLength(1);
    expect(server.arrived[0]).toMatchObject({
      method: 'POST',
      path: '/v2/droplets',
      body: '{"name":"web-1"}',
      headers: {
        authorization: `Bearer ${token}`,
        'user-agent': 'do-mcp/test',
        'content-type': 'application/json',
        accept: 'application/json',
      },
    });
  });

  it('keeps to the base path of a gateway, and never lets a request header replace the token', async () => {
    const server = await startFaultServer(() => droplet);
    const kit = createKit(server, { apiUrl: `${server.url}/do/` });
    alsoClose(kit.close, server.close);
    const headers = { Authorization: 'Bearer other', 'X-Dangerous': 'true' };
    await kit.api.send(callOf(entries.get, { request: { headers } }), calm);
    expect(server.arrived[0]).toMatchObject({
      path: '/do/v2/droplets/1',
      headers: { authorization: `Bearer ${token}`, 'x-dangerous': 'true' },
    });
  });
});

describe('what creates', () => {
  it('goes out on a connection of its own, which cannot be stale; everything else shares', async () => {
    const { server, api } = await meet(({ method }) => (method === 'POST' ? created : droplet));
    for (const kind of ['get', 'create', 'replace', 'get', 'create'] as const) {
      await api.send(callOf(entries[kind]), calm);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const [get, create, replace, again, another] = server.arrived.map(
      ({ connection }) => connection,
    );
    expect([replace, again]).toEqual([get, get]);
    expect(new Set([get, create, another]).size).toBe(3);
  });
});

describe('what is repeated', () => {
  it.each([
    [
      'GET through a burst of 5xx',
      entries.get,
      [refusal(500, 'a'), refusal(502, 'b'), refusal(503, 'c'), droplet],
      4,
    ],
    [
      'GET through resets after the request',
      entries.get,
      [{ do: 'reset' }, { do: 'reset' }, droplet],
      3,
    ],
    [
      'GET through a reset in the middle of the reply',
      entries.get,
      [{ do: 'reset_in_reply' }, droplet],
      2,
    ],
    [
      'GET through 429 without headers',
      entries.get,
      [refusal(429, 'x'), refusal(429, 'x'), droplet],
      3,
    ],
    ['POST through 429', entries.create, [refusal(429, 'x', { 'retry-after': '2' }), created], 2],
    [
      'PUT through lost answers',
      entries.replace,
      [{ do: 'reset' }, refusal(504, 'x'), json({ firewall: { id: 'f' } })],
      3,
    ],
    [
      'PATCH through lost answers',
      entries.patch,
      [{ do: 'reset' }, json({ domain_record: { id: 1 } })],
      2,
    ],
    ['DELETE through a 503', entries.remove, [refusal(503, 'x'), nothing], 2],
  ] as const)('%s', async (_, endpoint, faults, requests) => {
    const { server, api } = await meet(inOrder(...faults));
    await api.send(callOf(endpoint), calm);
    expect(server.arrived).toHaveLength(requests);
  });

  it('a DELETE whose answer was lost and that then finds 404 is a success', async () => {
    for (const loss of [
      { do: 'reset' },
      { do: 'reset_in_reply' },
      refusal(504, 'gateway timeout'),
    ] as const) {
      const { server, api } = await meet(inOrder(loss, refusal(404, 'not found')));
      const reply = await api.send(callOf(entries.remove), calm);
      expect(reply).toMatchObject({ status: 204, body: undefined });
      expect(server.arrived).toHaveLength(2);
    }
  });

  it('a DELETE that finds 404 at once is refused', async () => {
    const { server, api } = await meet(
      inOrder(refusal(404, 'The resource you were accessing could not be found.')),
    );
    const failure = await failureOf(api.send(callOf(entries.remove), calm));
    expect(failure).toMatchObject({
      code: 'refused',
      status: 404,
      id: 'some_error',
      requestId: 'req-404',
    });
    expect(server.arrived).toHaveLength(1);
  });

  it('waits as long as Retry-After says, also by a skewed clock', async () => {
    const date = new Date(Date.UTC(2031, 0, 1));
    const { server, api, clock } = await meet(
      inOrder(
        refusal(429, 'x', {
          date: date.toUTCString(),
          'retry-after': new Date(date.getTime() + 4000).toUTCString(),
        }),
        droplet,
      ),
    );
    const begun = clock.now();
    await api.send(callOf(entries.get), calm);
    expect(clock.now() - begun).toBe(4250);
    expect(server.arrived).toHaveLength(2);
  });

  it("a storm of 429 ends after five attempts with DigitalOcean's own words", async () => {
    const { server, api } = await meet(
      inOrder(refusal(429, 'API rate limit exceeded.', { 'retry-after': '1' })),
    );
    const failure = await failureOf(api.send(callOf(entries.get), calm));
    expect(failure).toMatchObject({
      code: 'refused',
      status: 429,
      reason: 'API rate limit exceeded.',
      retryAfterSeconds: 1,
    });
    expect(server.arrived).toHaveLength(5);
  });

  it('a wait beyond the cap is not begun, and its seconds are told', async () => {
    const { server, api, clock } = await meet(
      inOrder(refusal(429, 'x', { 'retry-after': '1800' })),
    );
    const failure = await failureOf(api.send(callOf(entries.get), calm));
    expect(failure).toMatchObject({ code: 'wait_too_long', retryAfterSeconds: 1800, status: 429 });
    expect(server.arrived).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });

  it('caps are configurable', async () => {
    const { server, api } = await meet(inOrder(refusal(503, 'x')), { limits: { attempts: 2 } });
    await failureOf(api.send(callOf(entries.get), calm));
    expect(server.arrived).toHaveLength(2);
  });
});

describe('what is sent once only', () => {
  it.each([
    ['a reset after the request', { do: 'reset' }],
    ['a reset in the middle of the reply', { do: 'reset_in_reply' }],
    ['500', refusal(500, 'Server Error')],
    ['502 with HTML', raw('<html>Bad Gateway</html>', 'text/html', 502)],
    ['503 with Retry-After', refusal(503, 'busy', { 'retry-after': '1' })],
    ['504 without a body', raw('', null, 504)],
  ] as const)('a create that meets %s has an unknown outcome', async (_, fault) => {
    const { server, api } = await meet(inOrder(fault, created));
    const failure = await failureOf(api.send(callOf(entries.create), calm));
    expect(failure.code).toBe('outcome_unknown');
    expect(failure.mayHaveHappened).toBe(true);
    expect(server.arrived).toHaveLength(1);
  });

  it('deleting by tag, since the set may have changed', async () => {
    const { server, api } = await meet(inOrder({ do: 'reset' }, nothing));
    expect((await failureOf(api.send(callOf(entries.removeByTag), calm))).code).toBe(
      'outcome_unknown',
    );
    expect(server.arrived).toHaveLength(1);
  });

  it('a PUT whose answers are all lost says so after its attempts', async () => {
    const { server, api } = await meet(inOrder({ do: 'reset' }));
    expect((await failureOf(api.send(callOf(entries.replace), calm))).code).toBe('outcome_unknown');
    expect(server.arrived).toHaveLength(5);
  });

  it('a create that a connection reset before the request can reach is not repeated either: a reset proves nothing', async () => {
    const { server, api } = await meet(() => created);
    server.resetNextConnections(1);
    const outcome = await api.send(callOf(entries.create), calm).then(
      () => 'answered',
      (error: { code?: string }) => error.code,
    );
    // Whether the reset is seen before or after writing is the kernel's choice; both are honest, neither makes two.
    expect(['answered', 'outcome_unknown']).toContain(outcome);
    expect(server.arrived.length).toBe(outcome === 'answered' ? 1 : 0);
  });
});

describe('what may have been carried out by an earlier attempt', () => {
  it('is said when DigitalOcean then asks for too long a wait', async () => {
    const { api } = await meet(
      inOrder({ do: 'reset' }, refusal(429, 'x', { 'retry-after': '900' })),
    );
    const failure = await failureOf(api.send(callOf(entries.remove), calm));
    expect(failure).toMatchObject({ code: 'wait_too_long', retryAfterSeconds: 900 });
    expect(failure.mayHaveHappened).toBe(true);
  });

  it('is said when our own limits then leave no room', async () => {
    const clock = createJumpingClock(() => 0);
    const rates = { ...ratesOf(), token: [{ most: 1, withinMs: 60_000 }] };
    const quota = createQuota({ tally: createMemoryTally(clock, rates), clock });
    const { server, api } = await meet(inOrder({ do: 'reset' }), { quota });
    const failure = await failureOf(api.send(callOf(entries.remove), calm));
    expect(failure.code).toBe('outcome_unknown');
    expect(failure.trouble?.kind).toBe('no_room');
    expect(server.arrived).toHaveLength(1);
  });

  it('is said when it is then refused', async () => {
    const { api } = await meet(inOrder({ do: 'reset' }, refusal(409, 'changed meanwhile')));
    const failure = await failureOf(api.send(callOf(entries.replace), calm));
    expect(failure).toMatchObject({ code: 'refused', status: 409 });
    expect(failure.mayHaveHappened).toBe(true);
  });
});

describe('what never left', () => {
  it('a create is repeated while the connection is refused, then reported as certainly not carried out', async () => {
    const server = await startFaultServer(() => created);
    await server.close();
    const events: ClientEvent[] = [];
    const kit = createKit(server, { observe: (event) => events.push(event) });
    alsoClose(kit.close);
    const failure = await failureOf(kit.api.send(callOf(entries.create), calm));
    expect(failure).toMatchObject({ code: 'unreachable', status: null });
    expect(failure).toMatchObject({ reason: 'the connection was refused', mayHaveHappened: false });
    expect(
      events.filter((event) => event.kind === 'attempt').map((event) => event.outcome),
    ).toEqual(Array.from({ length: 5 }, () => 'not_sent'));
  });
});
