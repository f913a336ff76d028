// The kinds of refusal that a dry run names, each tried dry and then for real.
import { afterAll, describe, expect, it } from 'vitest';
import { createRehearsal, type Rehearsed } from './rehearsal.ts';

const rehearsal = createRehearsal(['--areas', 'all']);
afterAll(() => rehearsal.close());

/** A change, tried dry and then made. */
const make = async (method: string, path: string, body?: unknown): Promise<Rehearsed> => {
  rehearsal.world.pass(20);
  await rehearsal.rehearse(method, path, body);
  const made = rehearsal.rehearsed.at(-1);
  if (!made) throw new Error(`${method} ${path} is no change`);
  return made;
};

const expectRefused = ({ told, status }: Rehearsed, because: RegExp): void => {
  expect(told['outcome'], JSON.stringify(told)).toBe('would_be_refused');
  expect(told['because']).toEqual([expect.stringMatching(because)]);
  expect(status).toBeGreaterThanOrEqual(400);
};

const droplet = { name: 'kinds', region: 'nyc3', size: 's-1vcpu-1gb', image: 'debian-12-x64' };

describe('a dry run foresees', () => {
  it.each([
    [
      'POST',
      '/v2/volumes',
      { name: 'uploads', region: 'nyc3', size_gigabytes: 10 },
      /there is a volume uploads/,
    ],
    ['POST', '/v2/droplets', { ...droplet, region: 'nyc2' }, /nyc2/],
    ['POST', '/v2/droplets', { ...droplet, region: 'mars' }, /mars/],
    ['POST', '/v2/droplets', { ...droplet, size: 's-99' }, /there is no size s-99/],
    ['POST', '/v2/droplets', { ...droplet, image: 'no-such' }, /there is no image no-such/],
    ['POST', '/v2/droplets', { ...droplet, ssh_keys: [1] }, /there is no SSH key 1/],
    [
      'POST',
      '/v2/volumes',
      { name: 'new', region: 'mars1', size_gigabytes: 10 },
      /no region mars1/,
    ],
    [
      'POST',
      '/v2/kubernetes/clusters',
      {
        name: 'k',
        region: 'nyc3',
        version: '0.9',
        node_pools: [{ name: 'p', size: 's-2vcpu-4gb', count: 1 }],
      },
      /no version 0\.9/,
    ],
    [
      'POST',
      '/v2/databases',
      { name: 'd', engine: 'pg', num_nodes: 1, size: 'db-s-none', region: 'nyc3' },
      /cannot have the size/,
    ],
    [
      'DELETE',
      '/v2/load_balancers/4de7ac8b-495b-4884-9a69-1050c6793cd6',
      undefined,
      /there is no lb_id/,
    ],
  ] as const)('%s %s %j', async (method, path, body, because) => {
    const { told, status } = await make(method, path, body);
    expect(told['outcome'], JSON.stringify(told)).toBe('would_be_refused');
    expect(JSON.stringify(told['because'])).toMatch(because);
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('a name that the call before has taken', async () => {
    const order = { name: 'twice.example' };
    const first = await make('POST', '/v2/domains', order);
    expect([first.told['outcome'], first.status]).toEqual(['not_known', 201]);
    expectRefused(await make('POST', '/v2/domains', order), /there is the domain twice\.example/);
  });

  it('what a Droplet has already, and what it is too late for', async () => {
    const { reply } = await make('POST', '/v2/droplets', droplet);
    const actions = `/v2/droplets/${reply.droplet.id}/actions`;
    rehearsal.world.pass(120);
    const on = await make('POST', actions, { type: 'resize', size: 's-2vcpu-4gb' });
    expectRefused(on, /is on/);
    const off = await make('POST', actions, { type: 'power_off' });
    expect([off.told['outcome'], off.status]).toEqual(['would_go', 201]);
    const running = await make('POST', actions, { type: 'power_on' });
    expect(running.told['outcome']).not.toBe('would_be_refused');
  });

  it('a limit that is reached, and none that is not', async () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `n-${at}`);
    const { name: _, ...many } = droplet;
    const order = (count: number) => make('POST', '/v2/droplets', { ...many, names: names(count) });
    let last = await order(8);
    expect([last.told['outcome'], last.status]).toEqual(['would_go', 202]);
    for (let turn = 0; turn < 3 && last.status === 202; turn++) last = await order(8);
    expectRefused(last, /limit of Droplets/);
  });
});

describe('what a token may not read', () => {
  it('is not known, and nothing is promised', async () => {
    const scopes = 'droplet:create,droplet:read,image:read,regions:read,sizes:read';
    const other = createRehearsal(['--areas', 'all', '--scopes', scopes]);
    await other.rehearse('POST', '/v2/droplets', droplet);
    await other.close();
    const [{ told }] = other.rehearsed as [Rehearsed];
    expect(told['outcome'], JSON.stringify(told)).toBe('not_known');
    expect(told['because']).toEqual([expect.stringMatching(/limit of Droplets/)]);
    expect(told['price']).toMatchObject({ monthly_usd: 6 });
  });
});
