// The inventory of an account: everything that costs and nothing else, by its caller's rights, on record like any call.
import { describe, expect, it } from 'vitest';
import { type Agent, connectAgent } from '../agent.ts';

interface Inventory {
  readonly total_monthly_usd: number;
  readonly columns: readonly string[];
  readonly items: readonly (readonly unknown[])[];
  readonly returned: number;
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

  it('has an unassigned address, a control plane and a replica once they are there, and not what is gone', async () => {
    const agent = await sandbox('--confirm', 'never');
    await agent.call('reserved_ips_create', { region: 'nyc3' });
    const { items } = (await agent.call('volumes_list', { fields: ['id', 'name'] })).answer as {
      items: { id: string; name: string }[];
    };
    await agent.call('volumes_delete', {
      volume_id: items.find(({ name }) => name === 'scratch')?.id,
    });
    const rows = pick(await inventoryOf(agent), 'kind', 'monthly_usd', 'name');
    expect(rows.filter(([kind]) => kind === 'reserved IP').map(([, usd]) => usd)).toEqual([5]);
    expect(rows.map(([, , name]) => name)).not.toContain('scratch');
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
