// Kinds of changes: made, put back, and compared with how things stood before.
import { describe, expect, it, onTestFinished } from 'vitest';
import { isObject } from '../../tools/json-object.ts';
import { startUndoing, type Undoing } from './undoing.ts';

const open = async (): Promise<Undoing> => {
  const world = await startUndoing();
  onTestFinished(() => world.close());
  return world;
};

const firstOf = async (world: Undoing, path: string, key: string): Promise<Found> => {
  const list = (await world.read(path))[key];
  const one: unknown = Array.isArray(list) ? list[0] : undefined;
  return isObject(one) ? one : expect.fail(`there is nothing under ${path}`);
};

type Found = Readonly<Record<string, unknown>>;

/** A change of the first thing of a list; what is looked at is that thing. */
interface Kind {
  readonly list: string;
  readonly key: string;
  readonly id?: string;
  readonly tool: string;
  readonly given: (one: Found) => Record<string, unknown>;
  /** Fields that differ all the same. */
  readonly but?: readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  'the name of a Droplet': {
    list: '/v2/droplets',
    key: 'droplets',
    tool: 'droplet_actions_post',
    given: ({ id }) => ({ droplet_id: id, type: 'rename', name: 'renamed-01' }),
  },
  'rules of a firewall': {
    list: '/v2/firewalls',
    key: 'firewalls',
    tool: 'firewalls_add_rules',
    given: ({ id }) => ({
      firewall_id: id,
      inbound_rules: [{ protocol: 'tcp', ports: '8443', sources: { addresses: ['0.0.0.0/0'] } }],
    }),
  },
  'settings of a load balancer': {
    list: '/v2/load_balancers',
    key: 'load_balancers',
    tool: 'load_balancers_add_forwarding_rules',
    given: ({ id }) => ({
      lb_id: id,
      forwarding_rules: [
        { entry_protocol: 'tcp', entry_port: 9000, target_protocol: 'tcp', target_port: 9000 },
      ],
    }),
  },
  'a project': {
    list: '/v2/projects',
    key: 'projects',
    tool: 'projects_patch',
    given: ({ id }) => ({ project_id: id, description: 'changed', purpose: 'Other' }),
    but: ['updated_at'],
  },
  'the name of a network': {
    list: '/v2/vpcs',
    key: 'vpcs',
    tool: 'vpcs_patch',
    given: ({ id }) => ({ vpc_id: id, name: 'renamed', description: 'changed' }),
  },
  'the name of an SSH key': {
    list: '/v2/account/keys',
    key: 'ssh_keys',
    tool: 'ssh_keys_update',
    given: ({ id }) => ({ ssh_key_identifier: String(id), name: 'renamed' }),
  },
  'when a database is maintained': {
    list: '/v2/databases',
    key: 'databases',
    tool: 'databases_update_maintenance_window',
    given: ({ id }) => ({ database_cluster_uuid: id, day: 'wednesday', hour: '04:00:00' }),
  },
};

const without = (one: Found, fields: readonly string[] = []): Found =>
  Object.fromEntries(Object.entries(one).filter(([name]) => !fields.includes(name)));

describe('putting back', () => {
  it.each(Object.entries(kinds))('%s leaves it as it was', async (_, kind) => {
    const world = await open();
    const before = await firstOf(world, kind.list, kind.key);
    const { undo } = await world.make(kind.tool, kind.given(before));
    const changed = await firstOf(world, kind.list, kind.key);
    expect(changed).not.toEqual(before);
    const { said } = await world.undo([String(undo)], 'y');
    expect(said).toContain('It is put back.');
    const after = await firstOf(world, kind.list, kind.key);
    expect(without(after, kind.but)).toEqual(without(before, kind.but));
  });

  it('many changes at once are each put back by their own id', async () => {
    const world = await open();
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, at) => world.make('tags_create', { name: `many-${at}` })),
    );
    const ids = made.map(({ undo }) => String(undo));
    expect(new Set(ids).size).toBe(20);
    expect(world.files().filter(({ name }) => name.endsWith('.former'))).toHaveLength(20);
    const ends = await Promise.all(ids.slice(0, 3).map((id) => world.undo([id, '--yes'])));
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    const { tags } = await world.read('/v2/tags?per_page=200');
    const names = Array.isArray(tags) ? tags.map((tag: { name: string }) => tag.name) : [];
    expect(names.filter((name) => name.startsWith('many-'))).toHaveLength(17);
  });

  it('is not done where the owner serves reads only', async () => {
    const world = await open();
    const network = await firstOf(world, '/v2/vpcs', 'vpcs');
    const { undo } = await world.make('vpcs_patch', { vpc_id: network['id'], name: 'changed' });
    const { code, said } = await world.undo([String(undo)], 'y', ['--read-only']);
    expect(code).toBe(1);
    expect(said).toContain('It is not let through');
    expect(await firstOf(world, '/v2/vpcs', 'vpcs')).toMatchObject({ name: 'changed' });
  });
});
