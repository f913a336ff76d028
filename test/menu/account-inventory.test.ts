// The inventory of an account: everything that costs and nothing else, by its caller's rights, on record like any call.
import { describe, expect, it } from 'vitest';
import { type Agent, connectAgent } from '../agent.ts';

interface Inventory {
  readonly total_monthly_usd: number;
  readonly columns: readonly string[];
  readonly items: readonly (readonly unknown[])[];
  readonly returned: number;
  readonly reads: number;
  readonly total: number;
  readonly not_readable?: readonly string[];
  readonly note?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

const inventoryOf = async (agent: Agent, given: Record<string, unknown> = {}): Promise<Inventory> =>
  (await agent.call('account_inventory', given)).answer as unknown as Inventory;

const pick = ({ columns, items }: Inventory, ...names: readonly string[]) =>
  items.map((row) => names.map((name) => row[columns.indexOf(name)]));

const sandbox = (...argv: readonly string[]) => connectAgent({ argv: ['--sandbox', ...argv] });

/** Areas of which the simulation says that it has none. */
const unsimulated = [
  'file share snapshots',
  'add-ons',
  'dedicated inference endpoints',
  'custom models',
];

describe('the inventory of the account that a simulation starts with', () => {
  it('holds everything that costs there and nothing else, dearest first', async () => {
    const agent = await sandbox();
    const found = await inventoryOf(agent);
    expect(
      pick(found, 'kind', 'name', 'monthly_usd', 'project').map((row) =>
        row.map((cell) =>
          typeof cell === 'string' ? cell.replace(/^pool-main-.*/, 'pool-main') : cell,
        ),
      ),
    ).toEqual([
      ['database cluster', 'shop-db', 30, 'Web shop'],
      ['Droplet', 'jobs-01', 24, 'Web shop'],
      ['Droplet', 'pool-main', 24, 'Web shop'],
      ['Droplet', 'pool-main', 24, 'Web shop'],
      ['Droplet', 'web-01', 14.4, 'Web shop'],
      ['Droplet', 'web-02', 12, 'Web shop'],
      ['load balancer', 'web-lb', 12, 'Web shop'],
      ['volume', 'uploads', 10, 'Web shop'],
      ['Droplet', 'staging-01', 6, 'Playground'],
      ['app', 'storefront', 5, 'Web shop'],
      ['registry plan', 'Basic', 5, null],
      ['volume', 'scratch', 2, 'Playground'],
      ['snapshot', 'uploads-weekly', 0.6, null],
      ['snapshot', 'web-02-before-upgrade', 0.14, null],
    ]);
    expect(found.total_monthly_usd).toBe(169.14);
    expect(found.not_readable?.map((one) => one.split(':')[0])).toEqual(unsimulated);
    await agent.close();
  });

  it('tells age, tags and what is easily overlooked', async () => {
    const agent = await sandbox();
    const found = await inventoryOf(agent, { kinds: ['droplets', 'Volume'] });
    const rows = pick(found, 'name', 'age_days', 'tags', 'note');
    expect(rows).toContainEqual(['staging-01', 40, ['staging'], 'off, and bills all the same']);
    expect(rows).toContainEqual(['scratch', 39, [], 'attached to nothing']);
    expect(new Set(pick(found, 'kind').flat())).toEqual(new Set(['Droplet', 'volume']));
    await agent.close();
  });

  it('has what was made a moment ago, and not what is gone', async () => {
    const agent = await sandbox('--confirm', 'never', '--allow-secrets');
    const made = async (tool: string, given: Record<string, unknown>) => {
      const { answer, text } = await agent.call(tool, given);
      expect(answer['error'], text).toBeUndefined();
      return answer;
    };
    await made('reserved_ips_create', { region: 'nyc3' });
    const { items } = await made('volumes_list', { fields: ['id', 'name'] });
    const volumes = items as readonly { readonly id: string; readonly name: string }[];
    const scratch = volumes.find(({ name }) => name === 'scratch');
    await made('volumes_delete', { volume_id: scratch?.id });
    const place = { region: 'nyc3', name: 'large' };
    const size = { engine: 'pg', size: 'db-s-4vcpu-8gb', num_nodes: 1 };
    await made('databases_create_cluster', { ...place, ...size });
    const pool = { name: 'p', size: 's-1vcpu-2gb', count: 1 };
    const cluster = { ...place, ha: true, version: '1.35', node_pools: [pool] };
    await made('kubernetes_create_cluster', cluster);
    const found = await inventoryOf(agent);
    const rows = pick(found, 'kind', 'monthly_usd', 'name', 'note');
    const of = (kind: string) => rows.filter((row) => row[0] === kind);
    expect(of('reserved IP')).toEqual([
      ['reserved IP', 5, expect.any(String), 'no Droplet has it'],
    ]);
    expect(of('highly available control plane')).toEqual([
      ['highly available control plane', 40, 'large', 'its nodes are among the Droplets'],
    ]);
    expect(rows.map(([, , name]) => name)).not.toContain('scratch');
    // What has no known price stands first: it may be the dearest.
    expect(rows[0]).toEqual([
      'database cluster',
      null,
      'large',
      'not priced: databases pg db-s-4vcpu-8gb: no price of it is known',
    ]);
    expect(found).toMatchObject({ at_least: true, without_price: 1 });
    await agent.close();
  });

  it('is whole where one answer has no room for a list', async () => {
    const agent = await sandbox('--confirm', 'never');
    await agent.call('droplets_create', {
      names: Array.from({ length: 10 }, (_, n) => `many-${n}`),
      region: 'nyc3',
      size: 's-1vcpu-1gb',
      image: 'ubuntu-24-04-x64',
      tags: Array.from({ length: 40 }, (_, n) => `${'t'.repeat(200)}${n}`),
    });
    const { total, reads } = await inventoryOf(agent, { kinds: ['Droplet'], max_items: 1 });
    // Droplets in two answers at least, backups, projects and what is in each of the two.
    expect(reads).toBeGreaterThan(5);
    expect(total).toBe(16);
    await agent.close();
  });

  it('shows no more than was asked for, and sums up all of it', async () => {
    const agent = await sandbox();
    const found = await inventoryOf(agent, { max_items: 2 });
    expect(found).toMatchObject({ returned: 2, total: 14, total_monthly_usd: 169.14 });
    expect(found.note).toMatch(/^12 more are in the sum/);
    await agent.close();
  });

  it('says which kinds there are when one is asked for that is none', async () => {
    const agent = await sandbox();
    const found = await inventoryOf(agent, { kinds: ['cars'] });
    expect(found.error).toMatchObject({ code: 'invalid_arguments' });
    expect(JSON.stringify(found.error)).toContain('load balancer');
    await agent.close();
  });
});

describe('who may see an inventory', () => {
  it('sees what its areas and its token let it read, and is told of the rest', async () => {
    const agent = await sandbox('--areas', 'volumes');
    const found = await inventoryOf(agent);
    expect(pick(found, 'name').flat()).toEqual(['uploads', 'scratch']);
    expect(found.not_readable).toContain('Droplets: the area droplets is not served');
    await agent.close();
    const poor = await connectAgent({ argv: ['--sandbox', '--scopes', 'block_storage:read'] });
    const few = await inventoryOf(poor);
    expect(few.not_readable).toContain('Droplets: the token lacks the scope droplet:read');
    expect(few.not_readable).toContain('projects: the token lacks the scope project:read');
    expect(pick(few, 'kind').flat()).toEqual(['volume', 'volume']);
    await poor.close();
  });

  it('may be read-only', async () => {
    const agent = await sandbox('--read-only');
    expect((await inventoryOf(agent)).total).toBe(14);
    await agent.close();
  });

  it.each([
    ['left out', ['--exclude-tools', 'account_inventory']],
    ['without anything to read', ['--areas', 'domains']],
  ])('is neither listed nor answered where it is %s', async (_, argv) => {
    const agent = await sandbox(...argv);
    expect((await agent.list()).map(({ name }) => name)).not.toContain('account_inventory');
    expect((await inventoryOf(agent)).error).toMatchObject({ code: 'not_allowed' });
    await agent.close();
  });

  it.each([
    [['--mode', 'search'], true],
    [['--mode', 'tools'], false],
    [['--mode', 'tools', '--tools', 'account_inventory'], true],
  ] as const)('is listed with %j: %s', async (argv, isListed) => {
    const agent = await sandbox(...argv);
    expect((await agent.list()).some(({ name }) => name === 'account_inventory')).toBe(isListed);
    await agent.close();
  });
});
