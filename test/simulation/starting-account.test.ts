// How a simulation begins: its built-in account, an account from data, and that both repeat exactly.
import { describe, expect, it } from 'vitest';
import { walkEverything } from './walk/walk.ts';
import { createWorld, type Send } from './world.ts';

describe('the built-in account', () => {
  it('is small and believable, and everything in it is finished', async () => {
    const { send } = createWorld();
    const count = async (path: string) => (await send('GET', path)).body.meta.total;
    expect(await count('/v2/droplets')).toBe(6);
    expect(await count('/v2/domains/example.com/records')).toBe(9);
    for (const path of [
      'load_balancers',
      'kubernetes/clusters',
      'apps',
      'spaces/keys',
      'account/keys',
    ]) {
      expect(`${path} ${await count(`/v2/${path}`)}`).toBe(`${path} 1`);
    }
    const { actions } = (await send('GET', '/v2/actions?per_page=200')).body;
    expect(actions.every((it: { status: string }) => it.status === 'completed')).toBe(true);
    expect((await send('GET', '/v2/databases')).body.databases[0].status).toBe('online');
    expect((await send('GET', '/v2/droplets?name=staging-01')).body.droplets[0].status).toBe('off');
    const [volume] = (await send('GET', '/v2/volumes?name=uploads')).body.volumes;
    expect(volume.droplet_ids).toHaveLength(1);
    expect((await send('GET', '/v2/projects/default')).body.project.name).toBe('Web shop');
  });

  it('has been paid for since long ago', async () => {
    const { send } = createWorld();
    const { body } = await send('GET', '/v2/customers/my/balance');
    expect(Number(body.month_to_date_usage)).toBeGreaterThan(100);
  });
});

describe('a starting account from data', () => {
  it('holds what the data say and nothing else', async () => {
    const { send } = createWorld({
      seedData: {
        account: { name: 'Pat', email: 'pat@example.com', team: 'Pats', droplet_limit: 3 },
        age_days: 1,
        droplets: [{ name: 'one', region: 'fra1', size: 's-1vcpu-1gb', image: 'debian-12-x64' }],
        projects: [{ name: 'Mine', purpose: 'IoT', resources: ['droplet:one'] }],
      },
    });
    expect((await send('GET', '/v2/account')).body.account).toMatchObject({
      name: 'Pat',
      email: 'pat@example.com',
      team: { name: 'Pats' },
      droplet_limit: 3,
    });
    const { droplets } = (await send('GET', '/v2/droplets')).body;
    expect(droplets).toMatchObject([
      { name: 'one', status: 'active', created_at: '2026-11-23T12:00:00Z' },
    ]);
    expect((await send('GET', '/v2/domains')).body.domains).toEqual([]);
    const { projects } = (await send('GET', '/v2/projects')).body;
    expect(projects.map(({ name }: { name: string }) => name)).toEqual(['First project', 'Mine']);
    const { resources } = (await send('GET', `/v2/projects/${projects[1].id}/resources`)).body;
    expect(resources).toHaveLength(1);
  });

  it.each([
    ['a list of another name', { dropplets: [] }, /dropplets/],
    ['something that is no account', [], /at the top/],
    ['a Droplet without a name', { droplets: [{ size: 's-1vcpu-1gb' }] }, /droplets\.0\.name/],
    [
      'a size that nobody sells',
      { droplets: [{ name: 'x', size: 'huge', image: 'debian-12-x64' }] },
      /droplets\.0: .*size/,
    ],
    [
      'a volume at a Droplet that is not there',
      { volumes: [{ name: 'v', region: 'nyc3', size_gigabytes: 1, droplet: 'x' }] },
      /volumes\.0: there is no Droplet x/,
    ],
    [
      'a record that cannot be',
      { domains: [{ name: 'a.example', records: [{ type: 'A', name: 'x', data: 'y' }] }] },
      /domains\.0\.records\.0/,
    ],
    [
      'a resource that is not there',
      { projects: [{ name: 'p', purpose: 'x', resources: ['app:nothing'] }] },
      /projects\.0\.resources: there is no app:nothing/,
    ],
  ])('with %s is refused, naming the place', (_, seedData, message) => {
    expect(() => createWorld({ seedData })).toThrow(message);
  });
});

describe('two simulations', () => {
  /** Everything that a walk is answered, as text. */
  const story = async (seed?: number): Promise<string> => {
    const world = createWorld(seed === undefined ? {} : { seed });
    const told: unknown[] = [];
    const send: Send = async (...call) => {
      world.pass(1);
      const reply = await world.send(...call);
      told.push(call, reply.status, reply.body, [...reply.headers]);
      return reply;
    };
    await walkEverything({ send, pass: world.pass });
    return JSON.stringify(told);
  };

  it('with the same seed answer the same, ids, secrets and request ids included', async () => {
    expect(await story()).toBe(await story());
    expect(await story(7)).toBe(await story(7));
  });

  it('with different seeds differ', async () => {
    expect(await story(1)).not.toBe(await story(2));
  });
});
