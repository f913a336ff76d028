// Refusals over real sockets: those that pass by themselves, the shapes of error bodies, and redirects.
import { describe, expect, it } from 'vitest';
import { inOrder, json, raw, refusal, startFaultServer } from './fault-server.ts';
import { callOf, calm, entries, entry, failureOf, token } from './kit.ts';
import { prepareMeetings } from './meeting.ts';

const { meet, alsoClose } = prepareMeetings();

const droplet = json({ droplet: { id: 1, status: 'active' } });

describe('refusals that pass', () => {
  const attach = entry({
    id: 'volumeActions_post_byId',
    method: 'POST',
    path: '/v2/volumes/{volume_id}/actions',
    reply: { kind: 'object', key: 'action' },
    passing: [{ status: 422, says: 'pending event', within: 40 }],
  });

  it('a pending event is waited for', async () => {
    const pending = refusal(422, 'Droplet already has a pending event.');
    const { server, api } = await meet(
      inOrder(pending, pending, pending, json({ action: { id: 9 } }, 201)),
    );
    const reply = await api.send(callOf(attach), calm);
    expect(reply.body).toEqual({ action: { id: 9 } });
    expect(server.arrived).toHaveLength(4);
  });

  it("a pending event that does not pass ends with DigitalOcean's words", async () => {
    const { api, clock } = await meet(
      inOrder(refusal(422, 'Droplet already has a pending event.')),
    );
    const begun = clock.now();
    const failure = await failureOf(api.send(callOf(attach), calm));
    expect(failure).toMatchObject({
      code: 'refused',
      status: 422,
      reason: 'Droplet already has a pending event.',
      passes: true,
    });
    expect(clock.now() - begun).toBeGreaterThan(30_000);
    expect(clock.now() - begun).toBeLessThan(50_000);
  });

  it('404 is waited for only where this client has just created the resource', async () => {
    const get = { ...entries.get, passing: [{ status: 404, within: 30 }] as const };
    const { server, api } = await meet((arrived) =>
      arrived.method === 'POST'
        ? json({ droplet: { id: 77 } }, 202)
        : arrived.path.endsWith('/77') && arrived.number === 4
          ? json({ droplet: { id: 77 } })
          : refusal(404, 'not found'),
    );
    expect(
      await failureOf(api.send(callOf(get, { arguments: { droplet_id: 77 } }), calm)),
    ).toMatchObject({ status: 404 });
    expect(server.arrived).toHaveLength(1);
    await api.send(callOf(entries.create), calm);
    const reply = await api.send(callOf(get, { arguments: { droplet_id: 77 } }), calm);
    expect(reply.body).toEqual({ droplet: { id: 77 } });
    expect(
      await failureOf(api.send(callOf(get, { arguments: { droplet_id: 78 } }), calm)),
    ).toMatchObject({ status: 404 });
  });
});

describe('what this client has deleted', () => {
  const get = { ...entries.get, passing: [{ status: 404, within: 60 }] as const };
  const calls = () =>
    meet((arrived) => {
      if (arrived.method === 'POST') return json({ droplet: { id: 77 } }, 202);
      if (arrived.method === 'DELETE') return raw('', null, 204);
      return refusal(404, 'not found');
    });

  it('is not waited for, however new it was', async () => {
    const { server, api } = await calls();
    await api.send(callOf(entries.create), calm);
    await api.send(callOf(entries.remove, { arguments: { droplet_id: 77 } }), calm);
    const read = api.send(callOf(get, { arguments: { droplet_id: 77 } }), calm);
    expect(await failureOf(read)).toMatchObject({ status: 404 });
    expect(server.arrived).toHaveLength(3);
  });

  it('takes nothing along of which it was a part', async () => {
    const { server, api } = await calls();
    await api.send(callOf(entries.create), calm);
    const part = { ...entries.remove, path: '/v2/droplets/{droplet_id}/parts/{part_id}' };
    await api.send(callOf(part, { arguments: { droplet_id: 77, part_id: 1 } }), calm);
    await failureOf(api.send(callOf(get, { arguments: { droplet_id: 77 } }), calm));
    expect(server.arrived.length).toBeGreaterThan(3);
  });
});

describe('refusals', () => {
  it('by who does not do such a thing leave nothing open, also of a change', async () => {
    const { server, api } = await meet(() => refusal(501, 'not implemented'));
    expect(await failureOf(api.send(callOf(entries.create), calm))).toMatchObject({
      code: 'refused',
      status: 501,
      mayHaveHappened: false,
    });
    expect(server.arrived).toHaveLength(1);
  });

  it.each([
    [
      'the usual shape',
      json({ id: 'forbidden', message: 'You are not authorized', request_id: 'r-1' }, 403),
      403,
      'forbidden',
      'You are not authorized',
      'r-1',
    ],
    [
      'a request id in the header only',
      json({ id: 'unprocessable_entity', message: 'Name is invalid' }, 422),
      422,
      'unprocessable_entity',
      'Name is invalid',
      'req-1',
    ],
    [
      'tags',
      json({ error: 'bad', messages: ['Name is bad', 'Too long'], root_causes: [] }, 400),
      400,
      'bad',
      'Name is bad; Too long',
      'req-1',
    ],
    [
      'NFS access points',
      json({ code: 'AlreadyExists', message: 'exists' }, 409),
      409,
      'AlreadyExists',
      'exists',
      'req-1',
    ],
    [
      'inference',
      json({ type: 'error', error: { type: 'invalid_request', message: 'bad model' } }, 400),
      400,
      'invalid_request',
      'bad model',
      'req-1',
    ],
    [
      'OAuth',
      json({ error: 'invalid_grant', error_description: 'The grant is over' }, 400),
      400,
      'invalid_grant',
      'The grant is over',
      'req-1',
    ],
    [
      'plain text',
      raw('upstream says no', 'text/plain', 403),
      403,
      null,
      'upstream says no',
      'req-raw',
    ],
  ] as const)(
    'in the shape of %s are understood',
    async (_, fault, status, id, message, requestId) => {
      const { server, api } = await meet(() => fault);
      expect(await failureOf(api.send(callOf(entries.get), calm))).toMatchObject({
        code: 'refused',
        status,
        id,
        reason: message,
        requestId,
      });
      expect(server.arrived).toHaveLength(1);
    },
  );

  it.each([
    ['HTML', raw('<!doctype html><h1>403</h1>', 'text/html', 403)],
    ['nothing', raw('', null, 403)],
  ] as const)('that consist of %s still tell their status', async (_, fault) => {
    const { api } = await meet(() => fault);
    const failure = await failureOf(api.send(callOf(entries.get), calm));
    expect(failure).toMatchObject({ code: 'refused', status: 403, requestId: 'req-raw' });
    expect(failure.reason).toBeNull();
  });

  it.each([
    ['in the body', json({ id: 'x', message: 'no', request_id: 'r'.repeat(1_000_000) }, 403)],
    [
      'in the header',
      raw('{"id":"x"}', 'application/json', 403, { 'x-request-id': 'r'.repeat(9000) }),
    ],
  ])('with a huge request id %s tell a bounded one', async (_, fault) => {
    const { api } = await meet(() => fault);
    const failure = await failureOf(api.send(callOf(entries.get), calm));
    expect(failure.status).toBe(403);
    expect(failure.requestId?.length ?? 0).toBeLessThanOrEqual(101);
  });

  it('never carry the token, however a server echoes it', async () => {
    const echo = `Bearer ${token} is wrong; ${encodeURIComponent(token)} ${Buffer.from(token).toString('base64')} dop_v1_${'0'.repeat(64)}`;
    const { api } = await meet(() => json({ id: token, message: echo }, 401));
    const failure = await failureOf(api.send(callOf(entries.get), calm));
    const everything = JSON.stringify({
      ...failure,
      message: failure.message,
      stack: failure.stack,
    });
    expect(everything).not.toMatch(/5ec3e7|beef|0{64}/);
    expect(failure.reason).toMatch(/\[token\]/);
  });
});

describe('redirects', () => {
  it('are not followed, so that the token goes nowhere else', async () => {
    const other = await startFaultServer(() => droplet);
    const { server, api } = await meet(() =>
      raw('', null, 302, { location: `${other.url}/v2/droplets/1` }),
    );
    alsoClose(other.close);
    const failure = await failureOf(api.send(callOf(entries.get), calm));
    expect(failure).toMatchObject({ code: 'bad_reply', status: 302 });
    expect([server.arrived.length, other.arrived.length]).toEqual([1, 0]);
  });
});
