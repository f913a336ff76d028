// The finder tools, used by real clients: found by what one wants to do, called through the one that fits.
import { describe, expect, it, onTestFinished } from 'vitest';
import { areaNames, areas } from '../../scope-map/areas.ts';
import { type Agent, connectAgent, type Generation } from '../agent.ts';

const agent = async (
  argv: readonly string[] = [],
  environment: Record<string, string> = {},
  generation: Generation = 'new',
): Promise<Agent> => {
  const one = await connectAgent({
    generation,
    argv: ['--sandbox', '--mode', 'search', ...argv],
    environment,
  });
  onTestFinished(() => one.close());
  return one;
};

const errorOf = (answer: Record<string, unknown>) => answer['error'] as Record<string, unknown>;
const namesIn = (answer: Record<string, unknown>): readonly string[] =>
  (answer['tools'] as readonly { name: string }[]).map(({ name }) => name);

describe.each<Generation>(['old', 'new'])(
  'finders, used by a client of the %s generation',
  (generation) => {
    it('are the whole list in search mode, but for the inventory, each with honest hints', async () => {
      const list = await (await agent([], {}, generation)).list();
      expect(list.map(({ name }) => name)).toEqual([
        'account_inventory',
        'find_tools',
        'call_read_tool',
        'call_write_tool',
        'call_destroy_tool',
      ]);
      expect(list.map(({ annotations }) => annotations?.['destructiveHint'])).toEqual([
        false,
        false,
        false,
        false,
        true,
      ]);
      expect(list.map(({ annotations }) => annotations?.['readOnlyHint'])).toEqual([
        true,
        true,
        true,
        false,
        false,
      ]);
    });

    it('find a tool with its schema, and call it through the one that is named', async () => {
      const me = await agent([], {}, generation);
      const { answer } = await me.call('find_tools', { request: 'list my droplets' });
      const [best] = answer['tools'] as readonly Record<string, unknown>[];
      expect(best).toMatchObject({
        name: 'droplets_list',
        call_with: 'call_read_tool',
        input_schema: { type: 'object', additionalProperties: false },
      });
      const list = await me.call('call_read_tool', {
        name: 'droplets_list',
        arguments: { max_items: 1 },
      });
      expect(list.answer).toMatchObject({ returned: 1 });
    });
  },
);

describe('the finder that a call goes through', () => {
  it.each([
    ['call_read_tool', 'domains_create', { name: 'new.example' }, 'call_write_tool'],
    ['call_read_tool', 'domains_delete', { domain_name: 'example.com' }, 'call_destroy_tool'],
    ['call_write_tool', 'domains_delete', { domain_name: 'example.com' }, 'call_destroy_tool'],
    ['call_destroy_tool', 'domains_list', {}, 'call_read_tool'],
  ])('%s refuses %s %j and names %s', async (finder, name, given, fitting) => {
    const me = await agent();
    const before = await me.call('call_read_tool', { name: 'domains_list' });
    const { isError, answer } = await me.call(finder, { name, arguments: given });
    expect(isError).toBe(true);
    expect(errorOf(answer)).toMatchObject({ code: 'wrong_finder', status: null });
    expect(errorOf(answer)['next']).toContain(fitting);
    expect((await me.call('call_read_tool', { name: 'domains_list' })).text).toBe(before.text);
  });

  it('is told by what the arguments do, not by what the tool usually does', async () => {
    const me = await agent();
    const [firewall] = (
      await me.call('call_read_tool', { name: 'firewalls_list', arguments: { detail: 'full' } })
    ).answer['items'] as readonly Record<string, unknown>[];
    const whole = {
      firewall_id: firewall?.['id'],
      name: 'renamed',
      inbound_rules: firewall?.['inbound_rules'],
      outbound_rules: firewall?.['outbound_rules'],
    };
    const losing = await me.call('call_write_tool', { name: 'firewalls_update', arguments: whole });
    expect(errorOf(losing.answer)).toMatchObject({ code: 'wrong_finder' });
    const keeping = await me.call('call_write_tool', {
      name: 'firewalls_update',
      arguments: { ...whole, droplet_ids: [500_000_001], tags: ['web'] },
    });
    expect(keeping.answer).toMatchObject({ name: 'renamed', tags: ['web'] });
  });

  it('lets a change through that destroys nothing', async () => {
    const me = await agent();
    const made = await me.call('call_write_tool', {
      name: 'domains_create',
      arguments: JSON.stringify({ name: 'new.example' }) as unknown as Record<string, unknown>,
    });
    expect(made.answer).toMatchObject({ name: 'new.example' });
    const gone = await me.call('call_destroy_tool', {
      name: 'domains_delete',
      arguments: { domain_name: 'new.example' },
    });
    expect(gone.answer).toMatchObject({ deleted: true });
  });
});

describe('what is not granted or not served', () => {
  it('is found with the scope that would grant it, and cannot be called', async () => {
    const me = await agent([], { DIGITALOCEAN_TOKEN: 'sandbox:droplet:read' });
    const { answer } = await me.call('find_tools', { request: 'add a dns record' });
    expect(JSON.stringify(answer['not_granted'])).toContain('domain:create');
    expect(namesIn(answer)).not.toContain('domains_create_record');
    const refused = await me.call('call_write_tool', {
      name: 'domains_create',
      arguments: { name: 'x.example' },
    });
    expect(errorOf(refused.answer)).toMatchObject({
      code: 'missing_scope',
      missing_scopes: ['domain:create'],
    });
  });

  it('is found with the reason where it gives out nothing but a credential, and refused for that before its arguments are looked at', async () => {
    const me = await agent();
    const { answer } = await me.call('find_tools', { request: 'create a spaces access key' });
    expect(answer['not_granted']).toContainEqual({
      name: 'spaces_key_create',
      title: 'Create a Spaces key',
      because: expect.stringContaining('credential'),
    });
    const called = await me.call('call_write_tool', {
      name: 'genai_create_agent_api_key',
      arguments: {},
    });
    expect(errorOf(called.answer)).toMatchObject({ code: 'not_allowed' });
  });

  it('is neither found nor called when the owner left it out', async () => {
    const me = await agent(['--exclude-tools', 'domains_list', '--read-only']);
    const { text } = await me.call('find_tools', { request: 'list domains', most: 10 });
    expect(text).not.toContain('"domains_list"');
    expect(text).not.toContain('domains_create');
    const refused = await me.call('call_read_tool', { name: 'domains_list' });
    expect(errorOf(refused.answer)).toMatchObject({ code: 'not_allowed' });
  });
});

describe('names that mean nothing', () => {
  it('are told apart from tools that are not listed, and how those are reached', async () => {
    const me = await agent();
    const hidden = await me.call('domains_delete', { domain_name: 'example.com' });
    expect(errorOf(hidden.answer)).toMatchObject({ code: 'not_listed' });
    expect(errorOf(hidden.answer)['next']).toContain('call_destroy_tool');
    await expect(me.call('domains_explode', {})).rejects.toThrow(/There is no tool/);
  });

  it('inside a finder never lead to another deed', async () => {
    const me = await agent();
    const { answer } = await me.call('call_destroy_tool', { name: 'domain_delete' });
    expect(errorOf(answer)).toMatchObject({ code: 'unknown_tool' });
    expect(errorOf(answer)['next']).toContain('domains_delete');
    const other = await me.call('call_destroy_tool', { name: 'sizes_delete' });
    expect(errorOf(other.answer)['next']).not.toContain('sizes_list');
  });
});

describe('the arguments of a finder', () => {
  it.each([
    ['find_tools', {}, /request is required/],
    ['find_tools', { request: 'x'.repeat(201) }, /at most 200/],
    ['find_tools', { request: 'x', most: 11 }, /at most 10/],
    ['find_tools', { request: 'x', color: 1 }, /color/],
    ['call_read_tool', { arguments: {} }, /name is required/],
  ])('%s %j is refused in words', async (finder, given, reason) => {
    const { isError, answer } = await (await agent()).call(finder, given);
    expect(isError).toBe(true);
    expect(errorOf(answer)['message']).toMatch(reason);
  });

  it('that are found spell out what a list shows loosely, or say where it stands', async () => {
    const me = await agent();
    const cards = async (request: string) =>
      (await me.call('find_tools', { request, most: 1 })).answer['tools'] as readonly Record<
        string,
        unknown
      >[];
    const [app] = await cards('create an app from a spec');
    expect(app).toMatchObject({
      name: 'apps_create',
      whole_schema: 'do://schemas/apps_create',
    });
    const { contents } = await me.ask('resources/read', { uri: 'do://schemas/apps_create' });
    expect(JSON.stringify(contents)).toContain('source_dir');
    const [list] = await cards('list my droplets');
    expect(list).not.toHaveProperty('whole_schema');
  });

  it('are looked for in one area, however it is spelled, and an unknown one is answered with those there are', async () => {
    const me = await agent();
    for (const area of ['autoscale_pools', 'autoscalepools', 'Autoscale pools']) {
      const { answer } = await me.call('find_tools', { request: 'create', area });
      for (const name of namesIn(answer)) expect(name).toMatch(/^autoscalepools_/);
      expect(namesIn(answer).length).toBeGreaterThan(0);
    }
    // What names begin with may stand for several areas, as a preset does.
    for (const area of ['genai', 'ai']) {
      const { answer } = await me.call('find_tools', { request: 'create an agent', area });
      expect(namesIn(answer)).toContain('genai_create_agent');
    }
    const long = await me.call('find_tools', { request: 'create', area: 'a'.repeat(100_000) });
    expect(errorOf(long.answer)['message']).toMatch(/area must have at most 64 characters/);
    const { answer } = await me.call('find_tools', { request: 'create', area: 'balloons' });
    expect(answer).toMatchObject({ tools: [] });
    expect(answer['note']).toMatch(
      /There is no area "balloons"\. Areas: account, .*autoscale_pools/,
    );
  });

  it('are found in any area that is asked for, however much better others fit', async () => {
    const me = await agent();
    for (const area of areaNames) {
      const { answer } = await me.call('find_tools', {
        request: `droplet snapshots, database users, app logs: ${areas[area].title}`,
        area,
      });
      // What DigitalOcean has given up is only served by name.
      if (area !== 'registry') expect(namesIn(answer), area).not.toEqual([]);
    }
  });

  it('that find nothing say what to do', async () => {
    const { answer } = await (await agent()).call('find_tools', { request: 'qqqq zzzz' });
    expect(answer).toMatchObject({ tools: [] });
    expect(String(answer['note'])).toContain('other words');
  });
});

describe('an answer to a search', () => {
  it('stays within its bound, whatever is found', async () => {
    const me = await agent();
    for (const request of ['create an app', 'create a load balancer', 'create a cluster'])
      expect((await me.call('find_tools', { request, most: 10 })).text.length).toBeLessThan(10_000);
  });
});

describe('the default list', () => {
  it.each([
    ['whoever may only read', ['--read-only'], undefined, ['read']],
    ['a token that only reads', [], 'droplet:read,tag:read', ['read']],
    // Reading tools that give nothing but a credential are called as changes.
    ['one that may read credentials', ['--allow-secrets'], 'registry:read', ['read', 'write']],
    ['one that may change something', [], 'uptime:create', ['read', 'write', 'destroy']],
    ['one that may delete something', [], 'tag:delete', ['read', 'write', 'destroy']],
  ])('has for %s just the finders that reach something', async (_, argv, scopes, finders) => {
    const one = await connectAgent({
      argv: ['--sandbox', ...argv],
      environment: scopes === undefined ? {} : { DIGITALOCEAN_TOKEN: `sandbox:${scopes}` },
    });
    onTestFinished(() => one.close());
    const names = (await one.list()).map(({ name }) => name);
    expect(names.filter((name) => /^(?:find_tools|call_\w+_tool)$/.test(name))).toEqual([
      'find_tools',
      ...finders.map((through) => `call_${through}_tool`),
    ]);
  });

  it('has no finders while nothing lies beyond it', async () => {
    const one = await connectAgent({ argv: ['--sandbox', '--areas', 'domains'] });
    onTestFinished(() => one.close());
    expect((await one.list()).some(({ name }) => name === 'find_tools')).toBe(false);
  });
});
