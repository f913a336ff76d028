// The edges: what is not simulated, collections from the scope map alone, and input nobody would send.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaRoutes } from '../../src/simulation/areas/areas.ts';
import { createWindow } from '../../src/simulation/token/window.ts';
import { createWorld } from './world.ts';

describe('what is not simulated', () => {
  it('is answered 501 where DigitalOcean has it, 404 where nobody has', async () => {
    const { send } = createWorld();
    const cdn = await send('DELETE', '/v2/cdn/endpoints/x/cache', { files: ['*'] });
    expect([cdn.status, cdn.body.id]).toEqual([501, 'not_simulated']);
    expect(cdn.body.message).toContain('/v2/cdn/endpoints');
    expect((await send('POST', '/v2/volumes/1/unheard-of', {})).status).toBe(501);
    expect((await send('GET', '/v2/unheard-of')).status).toBe(404);
    expect((await send('GET', '/')).status).toBe(404);
    for (const id of ['500000001.0', '%20500000001', '5e8', '0x1dcd6501']) {
      expect((await send('GET', `/v2/droplets/${id}`)).status).toBe(404);
    }
  });
});

/** For each name of a placeholder, an id that is really there in the built-in account. */
const realIds = async (): Promise<ReadonlyMap<string, string>> => {
  const { send } = createWorld();
  const first = async (path: string, key: string, id = 'id'): Promise<string> =>
    String((await send('GET', path)).body[key][0][id]);
  const app = await first('/v2/apps', 'apps');
  const cluster = await first('/v2/kubernetes/clusters', 'kubernetes_clusters');
  const pools = `/v2/kubernetes/clusters/${cluster}/node_pools`;
  const records = '/v2/domains/example.com/records';
  return new Map([
    ['id', app],
    ['app_id', app],
    ['deployment_id', await first(`/v2/apps/${app}/deployments`, 'deployments')],
    ['component_name', 'web'],
    ['droplet_id', await first('/v2/droplets', 'droplets')],
    ['action_id', await first('/v2/actions', 'actions')],
    ['volume_id', await first('/v2/volumes', 'volumes')],
    ['snapshot_id', await first('/v2/snapshots', 'snapshots')],
    ['image_id', await first('/v2/images?private=true', 'images')],
    ['domain_name', 'example.com'],
    ['domain_record_id', await first(records, 'domain_records')],
    ['lb_id', await first('/v2/load_balancers', 'load_balancers')],
    ['firewall_id', await first('/v2/firewalls', 'firewalls')],
    ['cluster_id', cluster],
    ['node_pool_id', await first(pools, 'node_pools')],
    ['database_cluster_uuid', await first('/v2/databases', 'databases')],
    ['username', 'doadmin'],
    ['database_name', 'defaultdb'],
    ['project_id', await first('/v2/projects', 'projects')],
    ['access_key', await first('/v2/spaces/keys', 'keys', 'access_key')],
    ['ssh_key_identifier', await first('/v2/account/keys', 'ssh_keys')],
    ['vpc_id', await first('/v2/vpcs', 'vpcs')],
    ['reserved_ip', await first('/v2/reserved_ips', 'reserved_ips', 'ip')],
    ['tag_id', 'web'],
    ['invoice_uuid', 'preview'],
  ]);
};

describe('wild input', () => {
  it('never breaks the simulation: it is refused or answered, in JSON, with a reason', async () => {
    const fields = [
      'name',
      'names',
      'type',
      'region',
      'size',
      'image',
      'tags',
      'droplet_ids',
      'spec',
      'data',
      'engine',
      'inbound_rules',
      'forwarding_rules',
      'node_pools',
      'grants',
      'size_gigabytes',
      'public_key',
      'resources',
    ];
    const body = fc.oneof(
      fc.dictionary(fc.constantFrom(...fields), fc.jsonValue(), { maxKeys: 6 }),
      fc.jsonValue(),
    );
    const real = await realIds();
    const wild = fc.oneof(
      fc.constantFrom('..', '%2e%2e', '__proto__', '%', '0', '-1', '1e9', 'default'),
      fc.string({ minLength: 1, maxLength: 12 }).map(encodeURIComponent),
    );
    const value = fc.oneof(fc.string(), fc.constantFrom('1e300', '-1', 'NaN', '500', 'RUN', 'web'));
    const query = fc.dictionary(
      fc.constantFrom('page', 'per_page', 'tag_name', 'name', 'type', 'expiry_seconds', 'sort'),
      value,
      { maxKeys: 3 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...areaRoutes),
        fc.option(body),
        query,
        fc.array(fc.option(wild), { minLength: 3, maxLength: 3 }),
        async (route, given, asked, values) => {
          const { send } = createWorld({ limits: 'off' });
          let index = 0;
          const path = route.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
            index += 1;
            return values[index - 1] ?? real.get(name) ?? 'x';
          });
          const sent = route.method === 'GET' || given === null ? undefined : given;
          const reply = await send(route.method, `${path}?${new URLSearchParams(asked)}`, sent);
          expect(reply.status).not.toBe(500);
          if (reply.status >= 400) expect(reply.body.message ?? reply.body.error).toBeTruthy();
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('in the form of broken JSON or YAML is refused', async () => {
    const { simulation } = createWorld();
    const post = async (body: string, type: string) =>
      (
        await simulation.fetch(
          new Request('https://api.digitalocean.com/v2/apps', {
            method: 'POST',
            headers: { authorization: 'Bearer sandbox', 'content-type': type },
            body,
          }),
        )
      ).status;
    expect(await post('{', 'application/json')).toBe(400);
    expect(await post('spec:\n  name: x\n', 'application/yaml')).toBe(501);
  });
});

describe('a rolling window', () => {
  it('counts exactly what happened within its length, however events fall', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(300), { maxLength: 3000 }),
        fc.integer({ min: 1, max: 5000 }),
        (gaps, length) => {
          const window = createWindow(length);
          const times: number[] = [];
          let now = 0;
          for (const gap of gaps) {
            now += gap;
            window.add(now);
            times.push(now);
          }
          const counted = times.filter((time) => time > now - length);
          expect(window.count(now)).toBe(counted.length);
          expect(window.freesAt(now)).toBe(counted[0] === undefined ? null : counted[0] + length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
