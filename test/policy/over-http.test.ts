// What an agent with a policy may, over the whole road: what reaches DigitalOcean, what is listed, who is asked.
import { describe, expect, it, onTestFinished } from 'vitest';
import { redisBinary, startRedis } from '../client/redis-server.ts';
import { codeOf, type Entry, fileOf, servePolicy } from './served.ts';

const [web, jobs, staging] = [500_000_001, 500_000_003, 500_000_004];

/** May do everything to what carries the tag staging, and look at everything else in volumes. */
const stager: Entry = {
  grants: [
    {
      areas: ['droplets', 'droplet_actions', 'tags'],
      resources: { tags: ['staging', 'scratch-*'] },
    },
    { areas: ['volumes'], access: ['read'] },
  ],
  rules: [{ areas: ['droplets', 'droplet_actions', 'tags'], decision: 'allow' }],
};

describe('an agent that was given what carries a tag', () => {
  it('sees and counts nothing else in a list, and is told so', async () => {
    const { call } = await servePolicy({ stager }, { mode: 'tools' });
    const list = await call('stager', 'droplets_list');
    expect(list).toMatchObject({ returned: 1, total: 1 });
    expect(JSON.stringify(list)).toContain('staging-01');
    expect(JSON.stringify(list)).not.toContain('web-01');
    expect(list['note']).toContain('given');
    const some = await call('stager', 'droplets_list', { where: 'region_slug == nyc3' });
    expect(JSON.stringify(some)).not.toContain('web-01');
  });

  it('reads and changes what carries it, and nothing else by its id', async () => {
    const { call } = await servePolicy({ stager }, { mode: 'tools' });
    const get = (id: number) => call('stager', 'droplets_get', { droplet_id: id });
    expect(codeOf(await get(staging))).toBe('ok');
    expect(codeOf(await get(web))).toBe('not_allowed');
    const power = (id: number) =>
      call('stager', 'droplet_actions_post', { droplet_id: id, type: 'power_on', wait_seconds: 0 });
    expect(codeOf(await power(web))).toBe('not_allowed');
    expect(codeOf(await call('stager', 'droplets_destroy', { droplet_id: web }))).toBe(
      'not_allowed',
    );
    expect(codeOf(await power(staging))).toBe('ok');
  });

  it('tags nothing into its grant, and nothing out of it', async () => {
    const { call } = await servePolicy({ stager, free: {} }, { mode: 'tools' });
    const tag = (tool: string, name: string, id: number) =>
      call('stager', tool, {
        tag_id: name,
        resources: [{ resource_id: String(id), resource_type: 'droplet' }],
      });
    expect(codeOf(await tag('tags_assign_resources', 'staging', web))).toBe('not_allowed');
    expect(codeOf(await tag('tags_unassign_resources', 'staging', staging))).toBe('not_allowed');
    expect(codeOf(await tag('tags_assign_resources', 'web', staging))).toBe('not_allowed');
    expect(codeOf(await call('free', 'tags_create', { name: 'scratch-1' }))).toBe('ok');
    expect(codeOf(await tag('tags_assign_resources', 'scratch-1', staging))).toBe('ok');
  });

  it('makes only what carries it', async () => {
    const { call } = await servePolicy({ stager }, { mode: 'tools' });
    const make = (tags: readonly string[]) =>
      call('stager', 'droplets_create', {
        name: 'new-1',
        region: 'fra1',
        size: 's-1vcpu-1gb',
        image: 'ubuntu-24-04-x64',
        ...(tags.length > 0 && { tags }),
      });
    expect(codeOf(await make([]))).toBe('not_allowed');
    expect(codeOf(await make(['web']))).toBe('not_allowed');
    expect(codeOf(await make(['staging', 'env:prod']))).toBe('not_allowed');
    expect(codeOf(await make(['staging']))).toBe('ok');
  });

  it('does nothing to all things with another tag', async () => {
    const { call } = await servePolicy({ stager }, { mode: 'tools' });
    const shut = (tag: string) =>
      call('stager', 'droplet_actions_post_by_tag', { tag_name: tag, type: 'shutdown' });
    const destroy = (tag: string) => call('stager', 'droplets_destroy_by_tag', { tag_name: tag });
    expect(codeOf(await shut('web'))).toBe('not_allowed');
    expect(codeOf(await destroy('web'))).toBe('not_allowed');
    expect(codeOf(await destroy('staging'))).toBe('ok');
  });

  it('takes nothing with it that nobody has named', async () => {
    const { call } = await servePolicy({ stager }, { mode: 'tools' });
    const all = await call('stager', 'droplets_destroy_with_resources_dangerous', {
      droplet_id: staging,
    });
    expect(codeOf(all)).toBe('not_allowed');
  });

  it('does not see what is not granted, nor uses it', async () => {
    const { call, toolsOf } = await servePolicy({ stager }, { mode: 'tools' });
    const names = await toolsOf('stager');
    expect(names).toContain('droplets_list');
    expect(names).toContain('volumes_list');
    expect(names).not.toContain('volumes_create');
    expect(names).not.toContain('domains_list');
    const answer = await call('stager', 'domains_list');
    expect(codeOf(answer)).toBe('not_allowed');
    expect(answer.error?.message).toContain('agents.0.grants');
  });
});

describe('where no rule says anything', () => {
  const plain: Entry = { grants: [{ areas: ['domains', 'droplets'] }] };

  it('reading is allowed, changing asks although nobody is to be asked, destroying is denied and hidden', async () => {
    const { call, toolsOf } = await servePolicy({ plain }, { mode: 'tools', confirm: 'never' });
    expect(codeOf(await call('plain', 'domains_list'))).toBe('ok');
    const asked = await call('plain', 'domains_create', { name: 'one.example' });
    expect(codeOf(asked)).toBe('approval_pending');
    expect(codeOf(await call('plain', 'domains_delete', { domain_name: 'example.com' }))).toBe(
      'not_allowed',
    );
    expect(await toolsOf('plain')).not.toContain('domains_delete');
    const free = await servePolicy({ free: {} }, { mode: 'tools', confirm: 'never' });
    expect(codeOf(await free.call('free', 'domains_create', { name: 'one.example' }))).toBe('ok');
  });

  it('a rule that allows means no question, and one that denies wins', async () => {
    const ruled: Entry = {
      rules: [
        { areas: ['domains'], decision: 'allow' },
        { areas: ['domains'], resources: { domains: ['prod*'] }, decision: 'deny' },
      ],
    };
    const { call } = await servePolicy({ ruled }, { mode: 'tools', confirm: 'ask' });
    const make = (name: string) => call('ruled', 'domains_create', { name });
    expect(codeOf(await make('one.example'))).toBe('ok');
    expect(codeOf(await make('Production.example'))).toBe('not_allowed');
    expect(codeOf(await call('ruled', 'domains_delete', { domain_name: 'one.example' }))).toBe(
      'ok',
    );
  });

  it('a dry run names the rule', async () => {
    const { call } = await servePolicy({ plain }, { mode: 'tools' });
    const told = await call('plain', 'domains_create', { name: 'one.example', dry_run: true });
    expect(told['let_through']).toMatchObject({
      allowed: true,
      asks_a_person: true,
      rule: 'policy: no rule',
    });
    const barred = await call('plain', 'domains_delete', {
      domain_name: 'example.com',
      dry_run: true,
    });
    expect(barred['let_through']).toMatchObject({ allowed: false, rule: 'policy' });
  });
});

describe('what hangs on a thing that a rule protects', () => {
  const keeper: Entry = {
    rules: [
      { decision: 'allow' },
      { resources: { tags: ['env:prod'] }, access: ['destroy'], decision: 'deny' },
    ],
  };

  it('cannot be taken off it, nor can the tag be deleted', async () => {
    const { call } = await servePolicy({ keeper }, { mode: 'tools' });
    expect(codeOf(await call('keeper', 'droplets_destroy', { droplet_id: jobs }))).toBe(
      'not_allowed',
    );
    const untag = {
      tag_id: 'env:prod',
      resources: [{ resource_id: String(jobs), resource_type: 'droplet' }],
    };
    expect(codeOf(await call('keeper', 'tags_unassign_resources', untag))).toBe('not_allowed');
    expect(codeOf(await call('keeper', 'tags_delete', { tag_id: 'env:prod' }))).toBe('not_allowed');
    expect(codeOf(await call('keeper', 'droplets_destroy', { droplet_id: staging }))).toBe('ok');
  });
});

describe('a policy that only watches', () => {
  it('refuses nothing and hides nothing', async () => {
    const { call, toolsOf } = await servePolicy(
      { watched: { grants: [], observe: true } },
      { mode: 'tools' },
    );
    expect(codeOf(await call('watched', 'droplets_list'))).toBe('ok');
    expect(await toolsOf('watched')).toContain('domains_list');
  });
});

describe('while the server runs', () => {
  it('a grant ends when it says so', async () => {
    const until = new Date(1_800_000_000_000).toISOString();
    const guest: Entry = { grants: [{ areas: ['domains'], until }] };
    const { call, clock, toolsOf } = await servePolicy({ guest }, { mode: 'tools' });
    const left = 1_800_000_000_000 - clock.now();
    if (left > 0) {
      expect(codeOf(await call('guest', 'domains_list'))).toBe('ok');
      await clock.advance(left);
    }
    expect(codeOf(await call('guest', 'domains_list'))).toBe('not_allowed');
    expect(await toolsOf('guest')).toEqual([]);
  });

  it('a changed policy counts, a broken one takes away and gives nothing', async () => {
    const first: Entry = { grants: [{ areas: ['domains', 'droplets'] }] };
    const { call, change } = await servePolicy({ one: first, two: first }, { mode: 'tools' });
    const may = async (tool: string) => codeOf(await call('one', tool)) === 'ok';
    await change(fileOf({ one: { grants: [{ areas: ['domains'] }] }, two: first }));
    expect([await may('domains_list'), await may('droplets_list')]).toEqual([true, false]);
    // One agent's grants are broken, the other's narrower and wider at once.
    await change(
      fileOf({
        one: { grants: [{ areas: ['droplets', 'domains'] }] },
        two: { grants: [{ ares: [] }] },
      }),
    );
    expect([await may('domains_list'), await may('droplets_list')]).toEqual([true, false]);
    expect(codeOf(await call('two', 'domains_list'))).toBe('not_allowed');
    await change(fileOf({ one: { grants: [] }, two: { grants: [{ ares: [] }] } }));
    expect(await may('domains_list')).toBe(false);
    await change(fileOf({ one: first, two: first }));
    expect([await may('domains_list'), await may('droplets_list')]).toEqual([true, true]);
  });
});

describe('calls a minute', () => {
  it('are as many as the file says, also after it was written again', async () => {
    const quick: Entry = { callsPerMinute: 2 };
    const { call, change, clock } = await servePolicy({ quick }, { mode: 'tools' });
    expect(codeOf(await call('quick', 'domains_list'))).toBe('ok');
    expect(codeOf(await call('quick', 'domains_get', { nothing: 1 }))).toBe('invalid_arguments');
    expect(codeOf(await call('quick', 'domains_list'))).toBe('too_many_calls');
    await change(`${fileOf({ quick })} `);
    expect(codeOf(await call('quick', 'domains_list'))).toBe('too_many_calls');
    await clock.advance(59_000);
    expect(codeOf(await call('quick', 'domains_list'))).toBe('ok');
  });
});

describe('calls a minute of an agent', () => {
  const few: Entry = { callsPerMinute: 3, rules: [{ access: ['change'], decision: 'ask' }] };

  it('count one that asks a person once, by whatever way it comes', async () => {
    const { call } = await servePolicy({ few }, { mode: 'tools' });
    const make = async () => codeOf(await call('few', 'domains_create', { name: 'a.example' }));
    expect([await make(), await make(), await make()]).toEqual(Array(3).fill('approval_pending'));
    expect(await make()).toBe('too_many_calls');
  });

  it('count an inventory once, and what finders tell', async () => {
    const { call } = await servePolicy({ few });
    const stock = await call('few', 'account_inventory');
    expect(codeOf(stock)).toBe('ok');
    expect(JSON.stringify(stock)).not.toContain('calls a minute');
    for (const code of ['ok', 'ok', 'too_many_calls'])
      expect(codeOf(await call('few', 'find_tools', { request: 'snapshots' }))).toBe(code);
    expect(codeOf(await call('few', 'account_inventory'))).toBe('too_many_calls');
  });

  it.skipIf(redisBinary === undefined)(
    'are counted by replicas together that share Redis, and by each where it is lost',
    async () => {
      const redis = await startRedis();
      onTestFinished(() => redis.kill());
      const replica = () => servePolicy({ few }, { mode: 'tools', redisUrl: redis.url });
      const [one, other] = [await replica(), await replica()];
      const at = async ({ call }: typeof one) => codeOf(await call('few', 'domains_list'));
      expect([await at(one), await at(other), await at(one)]).toEqual(['ok', 'ok', 'ok']);
      expect([await at(one), await at(other)]).toEqual(['too_many_calls', 'too_many_calls']);
      await redis.kill();
      expect([await at(one), await at(one)]).toEqual(['ok', 'too_many_calls']);
      expect([await at(other), await at(other), await at(other)]).toEqual([
        'ok',
        'ok',
        'too_many_calls',
      ]);
    },
  );
});

describe('a policy in YAML', () => {
  it('is read like one in JSON', async () => {
    const { agents } = JSON.parse(fileOf({ one: {} }));
    const text = `# who may what
version: 1
agents:
  - name: one
    key: ${agents[0].key}
    token: { env: TEAM }
    access: write
    grants:
      - areas: [domains]
`;
    const { call } = await servePolicy({ one: {} }, { mode: 'tools', extension: 'yaml', text });
    expect(codeOf(await call('one', 'domains_list'))).toBe('ok');
    expect(codeOf(await call('one', 'droplets_list'))).toBe('not_allowed');
  });
});
