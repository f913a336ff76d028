// What clients written by others send, and how DigitalOcean words what it does not take.
import { describe, expect, it } from 'vitest';
import { areaRoutes } from '../../src/simulation/areas/areas.ts';
import { createWorld } from './world.ts';

const droplet = { name: 'x', region: 'nyc3', size: 's-1vcpu-1gb', image: 'debian-12-x64' };

describe('a closing slash', () => {
  it('changes no answer of any operation that reads', async () => {
    const { send } = createWorld({ limits: 'off' });
    const reads = areaRoutes.filter(({ method }) => method === 'GET');
    for (const { path } of reads) {
      const filled = path.replace(/\{[^}]*\}/g, '1');
      const [without, with_] = [await send('GET', filled), await send('GET', `${filled}/`)];
      expect([path, with_.status]).toEqual([path, without.status]);
      // Generated anew with every answer.
      if (/credentials|kubeconfig/.test(path) || without.status >= 400) continue;
      expect(with_.body).toEqual(without.body);
    }
  });

  it('works with every method, and counts as the same operation', async () => {
    const { send } = createWorld();
    const made = await send('POST', '/v2/volumes/', {
      name: 'v',
      region: 'nyc3',
      size_gigabytes: 5,
    });
    expect(made.status).toBe(201);
    expect((await send('DELETE', `/v2/volumes/${made.body.volume.id}/`)).status).toBe(204);
    for (let time = 0; time < 10; time += 1) await send('GET', '/v2/account/keys/');
    expect((await send('GET', '/v2/account/keys')).status).toBe(429);
  });

  it('is struck by the faults of the path without it', async () => {
    const { send } = createWorld();
    await send('POST', '/_simulation/faults', { path: '/v2/account', respond: { status: 503 } });
    expect((await send('GET', '/v2/account/')).status).toBe(503);
  });
});

describe('the official Go client', () => {
  const pools = async () => {
    const world = createWorld({ speed: 'instant' });
    const [cluster] = (await world.send('GET', '/v2/kubernetes/clusters')).body.kubernetes_clusters;
    return { ...world, path: `/v2/kubernetes/clusters/${cluster.id}/node_pools`, cluster };
  };

  it('sends taints with capital letters', async () => {
    const { send, path } = await pools();
    const taints = [{ Key: 'gpu', Value: '', Effect: 'NoSchedule' }];
    const body = { name: 'p', size: 's-2vcpu-4gb', count: 1, taints };
    const { node_pool: pool } = (await send('POST', path, body)).body;
    expect(pool.taints).toEqual([{ key: 'gpu', value: '', effect: 'NoSchedule' }]);
  });

  it('changes a node pool by its count alone and leaves the rest as it is', async () => {
    const { send, path } = await pools();
    const labels = { team: 'shop' };
    const body = { name: 'p', size: 's-2vcpu-4gb', count: 1, labels, tags: ['jobs'] };
    const { node_pool: pool } = (await send('POST', path, body)).body;
    const changed = await send('PUT', `${path}/${pool.id}`, { count: 2 });
    expect(changed.status).toBe(202);
    expect(changed.body.node_pool).toMatchObject({ name: 'p', count: 2, labels });
    expect(changed.body.node_pool.tags).toContain('jobs');
  });

  it('sends an empty weekday with a daily backup policy', async () => {
    const { send } = createWorld();
    const backup_policy = { plan: 'daily', weekday: '', hour: 4 };
    const made = await send('POST', '/v2/droplets', { ...droplet, backups: true, backup_policy });
    expect(made.status).toBe(202);
  });
});

describe('a refusal', () => {
  it.each([
    ['POST', '/v2/droplets', { ...droplet, size: undefined }, 'size is required'],
    ['POST', '/v2/droplets', { ...droplet, size: 7 }, 'size must be a string'],
    ['POST', '/v2/droplets', { ...droplet, tags: 'web' }, 'tags must be an array'],
    ['POST', '/v2/droplets', { ...droplet, name: 'a b' }, 'name may only have letters'],
    ['POST', '/v2/droplets', { ...droplet, image: {} }, 'image is invalid'],
    ['POST', '/v2/droplets', [], 'The request body must be an object'],
    ['POST', '/v2/vpcs', { name: '', region: 'nyc3' }, "name can't be blank"],
    ['POST', '/v2/apps', { spec: { name: 'x1', services: {} } }, '"services": must be an array'],
  ])('of %s %s is said in words of the API (%j)', async (method, path, body, words) => {
    const { send } = createWorld();
    const reply = await send(method, path, body);
    expect([400, 422]).toContain(reply.status);
    expect(reply.body.message).toContain(words);
  });

  it('never carries the words of a validator, whatever is sent', async () => {
    const { send } = createWorld({ limits: 'off' });
    const odd = [null, 7, 'text', true, [], [[]], {}, { a: 1 }];
    const fields = new Set(
      'name names size region image tags rules spec type data count node_pools engine num_nodes resources grants size_gigabytes forwarding_rules inbound_rules droplet_ids'.split(
        ' ',
      ),
    );
    const changes = areaRoutes.filter(({ method }) => method !== 'GET');
    for (const { method, path } of changes) {
      const filled = path.replace(/\{[^}]*\}/g, '1');
      for (const value of odd) {
        const body = Object.fromEntries([...fields].map((field) => [field, value]));
        for (const sent of [value, body]) {
          const reply = await send(method, filled, sent);
          expect(JSON.stringify(reply.body ?? '')).not.toMatch(
            /expected|received|Invalid input|Too (small|big)|Unrecognized|must match pattern/,
          );
        }
      }
    }
  });
});
