// do-mcp scopes: which boxes to tick, why each, and how a token compares.
import { describe, expect, it } from 'vitest';
import { scopes as knownScopes } from '../../scope-map/scopes.ts';
import { record } from '../record/week.ts';
import { runProgram } from './run-program.ts';

interface Told {
  readonly tools: readonly string[];
  readonly scopes: readonly string[];
  readonly groups: readonly {
    readonly resource: string;
    readonly boxes: readonly {
      readonly scope: string;
      readonly action: string;
      readonly for: readonly string[];
      readonly comes_with: readonly string[];
    }[];
  }[];
  readonly optional: readonly { readonly scope: string; readonly for: readonly string[] }[];
  readonly asked?: readonly {
    readonly wish: string;
    readonly tools: readonly string[];
    readonly unmatched: readonly string[];
    readonly assumed: string | null;
  }[];
  readonly record?: Readonly<Record<string, unknown>>;
  readonly token?: {
    readonly name: string;
    readonly unknown: string | null;
    readonly missing: readonly string[];
    readonly more_than_needed: readonly string[];
    readonly could_destroy: readonly string[];
  };
}

const scopes = (argv: readonly string[], environment = {}) =>
  runProgram(['scopes', ...argv], environment);

const told = async (argv: readonly string[], environment = {}): Promise<Told> => {
  const { code, printed, said } = await scopes([...argv, '--json'], environment);
  expect(said).toBe('');
  expect(code).toBe(0);
  return JSON.parse(printed) as Told;
};

const boxesOf = ({ groups }: Told) => groups.flatMap(({ boxes }) => boxes);

describe('the least scopes', () => {
  it('hold everything that a scope requires, and the cheapest alternative', async () => {
    const create = await told(['--tools', 'droplets_create']);
    expect(create.scopes).toEqual(
      expect.arrayContaining(['droplet:create', 'droplet:read', 'regions:read', 'sizes:read']),
    );
    const records = await told(['--tools', 'domains_create_record,domains_update_record']);
    expect(records.scopes).toContain('domain:update');
    expect(records.scopes).not.toContain('domain:create');
  });

  it('are never account-wide, whatever is chosen', async () => {
    const all = await told(['--areas', 'all']);
    expect(all.tools.length).toBeGreaterThan(600);
    expect(all.scopes.filter((scope) => scope.startsWith('api:'))).toEqual([]);
  });

  it('stand in groups by resource, each with the tools that need it or the scopes that bring it', async () => {
    const answer = await told(['--areas', 'droplets,databases,apps']);
    expect(
      boxesOf(answer)
        .map(({ scope }) => scope)
        .toSorted(),
    ).toEqual(answer.scopes);
    for (const { resource, boxes } of answer.groups)
      for (const box of boxes) {
        expect(box.scope).toBe(`${resource}:${box.action}`);
        expect(box.for.length + box.comes_with.length, box.scope).toBeGreaterThan(0);
        for (const other of box.comes_with)
          expect(knownScopes[other as keyof typeof knownScopes].requires).toContain(box.scope);
      }
  });

  it('for reading need no right to change', async () => {
    const { scopes: read } = await told(['--areas', 'all', '--read-only']);
    expect(read.length).toBeGreaterThan(20);
    expect(read.filter((scope) => !scope.endsWith(':read'))).toEqual([]);
  });

  it('leave out what is left out', async () => {
    const { tools } = await told(['--areas', 'domains', '--exclude-tools', 'domains_delete']);
    expect(tools).not.toContain('domains_delete');
  });

  it('are told beside what only some arguments need', async () => {
    const { optional } = await told(['--tools', 'droplet_actions_post']);
    expect(optional).toContainEqual({
      scope: 'image:create',
      for: ['droplet_actions_post with type snapshot'],
    });
  });

  it('may be none', async () => {
    const { printed } = await scopes(['--tools', 'account_inventory,one_clicks_list']);
    expect(printed).toMatch(/to tick|No scope is needed/);
  });

  it('without a choice say what each tool needs', async () => {
    const { printed } = await scopes([]);
    expect(printed).toMatch(/^domains_create_record +domain:create {2}or {2}domain:update$/m);
  });
});

describe('a checklist for a person', () => {
  it('has a box a scope under its resource, at 80 columns, and explains what comes along', async () => {
    const { printed } = await scopes(['--tools', 'domains_create_record']);
    expect(printed).toMatch(
      /^ {2}domain\n {4}\[ \] read {4}comes along with domain:create\n {4}\[ \] create {2}domains_create_record$/m,
    );
    expect(printed).toContain('What comes along is ticked by the form itself');
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe('a job in words', () => {
  it.each([
    ['manage dns', ['domains_create_record', 'domains_delete'], ['domain:delete', 'domain:update']],
    ['restart web servers', ['droplet_actions_post'], ['droplet:update']],
    ['look at my bills', ['invoices_list'], ['billing:read']],
    ['resize a droplet', ['droplet_actions_post'], ['droplet:update']],
    ['deploy apps', ['apps_create_deployment'], ['app:update']],
    ['scale node pools', ['kubernetes_update_node_pool'], ['kubernetes:update']],
    ['destroy old snapshots', ['snapshots_delete'], ['snapshot:delete']],
    ['cost review', ['balance_get', 'droplets_list'], ['billing:read']],
  ])('is understood: %s', async (job, tools, wanted) => {
    const answer = await told(['--for', job]);
    expect(answer.tools).toEqual(expect.arrayContaining(tools));
    expect(answer.scopes).toEqual(expect.arrayContaining(wanted));
  });

  it.each([
    'restart servers',
    'create droplets',
    'read databases',
    'ssh keys',
    'add dns records',
    'watch uptime',
  ])('never takes a right to delete that nobody asked for: %s', async (job) => {
    const { scopes: least } = await told(['--for', job]);
    expect(least.filter((scope) => scope.endsWith(':delete'))).toEqual([]);
  });

  it('may have several parts, of which one verb may be for two things and two verbs for one', async () => {
    const wishes = async (job: string) =>
      (await told(['--for', job])).asked?.map(({ wish }) => wish);
    expect(await wishes('manage dns and restart web servers')).toEqual([
      'manage dns',
      'restart web servers',
    ]);
    expect(await wishes('manage dns, firewalls and volumes')).toEqual([
      'manage dns',
      'manage firewalls',
      'manage volumes',
    ]);
    expect(await wishes('create and delete droplets')).toEqual([
      'create droplets',
      'delete droplets',
    ]);
  });

  it('is told back with what was assumed, and with what nothing was found for', async () => {
    const { asked } = await told(['--for', 'ssh keys; make coffee; restart purple droplets']);
    expect(asked?.[0]?.assumed).toMatch(/only looking/);
    expect(asked?.[1]).toMatchObject({ wish: 'make coffee', tools: [], unmatched: ['coffee'] });
    expect((await scopes(['--for', 'ssh keys; make coffee'])).printed).toContain(
      'make coffee: nothing was found.',
    );
    expect((await scopes(['--for', 'restart purple droplets'])).printed).toContain(
      'No tool is known by "purple".',
    );
  });

  it('that nothing is found for is refused, with how to say it', async () => {
    const { code, said } = await scopes(['--for', 'frobnicate the widgets']);
    expect(code).toBe(2);
    expect(said).toMatch(/Nothing was found for "frobnicate the widgets"\. Say what is done/);
  });

  it('has a bound', async () => {
    const { code, said } = await scopes(['--for', 'restart droplets '.repeat(40)]);
    expect(code).toBe(2);
    expect(said).toMatch(/at most 500 characters/);
  });
});

describe('what is on record', () => {
  it('tells the scopes that were needed, those of arguments too, for all agents or one', async () => {
    const recording = record();
    await recording.call({ agent: 'one', tool: 'regions_list', given: {} });
    const made = { domain_name: 'example.com', type: 'A', name: 'www', data: '192.0.2.1' };
    await recording.call({ agent: 'two', tool: 'domains_create', given: { name: 'example.com' } });
    await recording.call({ agent: 'two', tool: 'domains_create_record', given: made });
    await recording.close();
    const all = await told(['--from-record', ...recording.place]);
    expect(all.tools).toEqual(
      expect.arrayContaining(['regions_list', 'domains_create', 'domains_create_record']),
    );
    expect(all.scopes).toEqual(['domain:create', 'domain:read', 'regions:read']);
    expect(all.record).toMatchObject({ calls: 3 });
    const one = await told(['--from-record', '--agent', 'one', ...recording.place]);
    expect(one.scopes).toEqual(['regions:read']);
    const { code, said } = await scopes(['--from-record', '--agent', 'three', ...recording.place]);
    expect(code).toBe(2);
    expect(said).toMatch(/On record is no call/);
  });
});

describe('a token beside the boxes', () => {
  const withScopes = (list: string) => ({ DIGITALOCEAN_TOKEN: `sandbox:${list}` });

  it('is told what it lacks, what it holds besides, and what that could destroy', async () => {
    const { token } = await told(
      ['--sandbox', '--areas', 'domains', '--read-only'],
      withScopes('database:delete,database:read,domain:create'),
    );
    expect(token?.missing).toEqual(['domain:read']);
    expect(token?.more_than_needed).toEqual(['database:delete', 'database:read', 'domain:create']);
    expect(token?.could_destroy).toContain('databases');
    expect(token?.could_destroy).not.toContain('domains');
  });

  it('may hold just what is needed', async () => {
    const { printed } = await scopes(
      ['--sandbox', '--tools', 'domains_list'],
      withScopes('domain:read'),
    );
    expect(printed).toContain('holds just these scopes');
  });

  it('may have its scopes declared', async () => {
    const { token } = await told(['--tools', 'domains_list', '--scopes', 'regions:read']);
    expect(token).toMatchObject({ missing: ['domain:read'], more_than_needed: ['regions:read'] });
  });

  it('that is none does not keep the answer back', async () => {
    const { code, printed } = await scopes(['--tools', 'domains_list'], {
      DIGITALOCEAN_TOKEN: 'your-token-here',
    });
    expect(code).toBe(0);
    expect(printed).toMatch(/\[ \] read/);
    expect(printed).toMatch(/The token cannot be compared: DIGITALOCEAN_TOKEN holds what stands/);
  });

  it('cannot be compared where nobody answers, which is said without the token', async () => {
    const secret = `dop_v1_${'4'.repeat(64)}`;
    const { code, printed, said } = await scopes(
      ['--tools', 'domains_list', '--api-url', 'http://127.0.0.1:9'],
      { DIGITALOCEAN_TOKEN: secret },
    );
    expect(code).toBe(0);
    expect(printed).toMatch(/cannot be compared: 127\.0\.0\.1:9 could not be asked/);
    expect(printed + said).not.toContain('4444444444');
  });
});
