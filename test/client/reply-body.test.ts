// Bodies that are not what the endpoint promises: each a clear error with status and request id.
import { afterEach, describe, expect, it } from 'vitest';
import { type Fault, type FaultServer, raw, startFaultServer } from './fault-server.ts';
import { callOf, calm, createKit, entries, entry, failureOf, type Kit } from './kit.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const meet = async (fault: Fault, mostBytes?: number): Promise<{ server: FaultServer } & Kit> => {
  const server = await startFaultServer(() => fault);
  const kit = createKit(server, mostBytes === undefined ? {} : { wire: { mostBytes } });
  opened.push(kit.close, server.close);
  return { server, ...kit };
};

const kubeconfig = entry({
  id: 'kubernetes_get_kubeconfig',
  method: 'GET',
  path: '/v2/kubernetes/clusters/{cluster_id}/kubeconfig',
  reply: { kind: 'text', as: 'kubeconfig' },
});

describe('a successful status with', () => {
  it.each([
    [
      'an HTML page',
      raw('<html>Sign in to the hotel network</html>', 'text/html; charset=utf-8'),
      'html',
    ],
    ['broken JSON', raw('{"droplet":{"id":', 'application/json'), 'broken_json'],
    ['nothing', raw('', 'application/json'), 'empty'],
    ['a list at the root', raw('[1,2]', 'application/json'), 'no_object'],
    ['null', raw('null', 'application/json'), 'no_object'],
    ['plain text', raw('all is well', 'text/plain'), 'other_type'],
    ['bytes', raw('GIF89a', 'image/gif'), 'other_type'],
  ] as const)('%s is a bad reply', async (_, fault, was) => {
    const { server, api } = await meet(fault);
    const failure = await failureOf(api.send(callOf(entries.get), calm));
    expect(failure).toMatchObject({ code: 'bad_reply', status: 200, requestId: 'req-raw' });
    expect(failure.trouble).toMatchObject({ kind: 'content', was });
    expect(server.arrived).toHaveLength(1);
  });

  it('broken JSON after a create says that it may have been carried out', async () => {
    const { server, api } = await meet(raw('{"droplet":', 'application/json', 202));
    const failure = await failureOf(api.send(callOf(entries.create), calm));
    expect(failure).toMatchObject({ code: 'bad_reply', status: 202 });
    expect(failure.mayHaveHappened).toBe(true);
    expect(server.arrived).toHaveLength(1);
  });

  it.each([
    ['nothing where nothing is due', entries.remove, raw('', null, 204), undefined],
    [
      'an empty 202 where nothing is due',
      entries.remove,
      raw('', 'application/json', 202),
      undefined,
    ],
    [
      'JSON without a content type',
      entries.get,
      raw('{"droplet":{"id":1}}', null),
      { droplet: { id: 1 } },
    ],
    [
      "a vendor's JSON type",
      entries.get,
      raw('{"droplet":{"id":1}}', 'application/vnd.api+json'),
      { droplet: { id: 1 } },
    ],
    [
      'text where text is due',
      kubeconfig,
      raw('apiVersion: v1\n', 'application/yaml'),
      'apiVersion: v1\n',
    ],
    ['text without a type', kubeconfig, raw('apiVersion: v1\n', null), 'apiVersion: v1\n'],
  ] as const)('%s is fine', async (_, endpoint, fault, body) => {
    const { api } = await meet(fault);
    expect((await api.send(callOf(endpoint), calm)).body).toEqual(body);
  });
});

describe('a body over the limit', () => {
  it('is cut off with an error, whether its length is announced or not', async () => {
    for (const fault of [
      raw(`{"x":"${'y'.repeat(200_000)}"}`, 'application/json'),
      { do: 'flood' } as const,
    ]) {
      const { server, api } = await meet(fault, 64 * 1024);
      const failure = await failureOf(api.send(callOf(entries.get), calm));
      expect(failure.code).toBe('bad_reply');
      expect(failure.reason).toMatch(/larger than 64 KiB/);
      expect(server.arrived).toHaveLength(1);
    }
  });

  it('does not cost memory', async () => {
    const { api } = await meet({ do: 'flood' }, 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    for (let turn = 0; turn < 5; turn += 1) await failureOf(api.send(callOf(entries.get), calm));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('after a create leaves the outcome open', async () => {
    const { api } = await meet({ do: 'flood' }, 64 * 1024);
    expect((await failureOf(api.send(callOf(entries.create), calm))).code).toBe('outcome_unknown');
  });
});
