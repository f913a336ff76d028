// Walks all tools: names, hints, and the cost of listing them.
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { core } from '../../scope-map/core.ts';
import { startList } from '../../tools/answer/list-answer.ts';
import { buildTools } from '../../tools/tool/build-tools.ts';
import { longestToolName, toolName } from '../../tools/tool/name.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { catalogue } from '../scope-map/every-endpoint.ts';
import { seed } from '../scope-map/seed.ts';

const tools = buildTools(catalogue);
/** What a list holds when nobody asks for more. */
const listed = tools.filter(({ endpoint }) => core.has(endpoint.id));

const named = (name: string): Tool => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return tool;
};

describe('tool names', () => {
  it('are unique, short and plain, former names included', () => {
    const names = tools.flatMap((tool) => [tool.name, ...(tool.endpoint.aliases ?? [])]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(name.length).toBeLessThanOrEqual(longestToolName);
    }
  });

  it('are operation ids in snake_case', () => {
    expect(toolName({ id: 'dropletActions_post' })).toBe('droplet_actions_post');
    expect(toolName({ id: 'droplets_destroy_byTag' })).toBe('droplets_destroy_by_tag');
    expect(toolName({ id: 'loadBalancers_get' })).toBe('load_balancers_get');
    expect(toolName({ id: 'kubernetes_create_cluster' })).toBe('kubernetes_create_cluster');
  });

  it('can be chosen', () => {
    expect(toolName({ id: 'droplets_get', name: 'droplet' })).toBe('droplet');
  });

  it('keep below the number at which hosts stop listing', () => {
    expect(listed.length).toBeLessThanOrEqual(100);
  });
});

describe('annotations', () => {
  it.each(tools)(
    'of $name are complete and follow what the call does',
    ({ annotations, endpoint }) => {
      expect(Object.keys(annotations).sort()).toEqual([
        'destructiveHint',
        'idempotentHint',
        'openWorldHint',
        'readOnlyHint',
      ]);
      expect(annotations.readOnlyHint).toBe(endpoint.effect === 'read');
      if (endpoint.effect === 'destroy') expect(annotations.destructiveHint).toBe(true);
      if (annotations.readOnlyHint) expect(annotations.destructiveHint).toBe(false);
      if (endpoint.method === 'POST' && endpoint.effect !== 'read')
        expect(annotations.idempotentHint).toBe(false);
    },
  );

  it('warn of actions that destroy for some arguments', () => {
    expect(named('droplet_actions_post').annotations.destructiveHint).toBe(true);
    expect(named('droplets_create').annotations.destructiveHint).toBe(false);
  });

  it('do not call a deletion by tag repeatable', () => {
    expect(named('droplets_destroy_by_tag').annotations.idempotentHint).toBe(false);
    expect(named('droplets_destroy').annotations.idempotentHint).toBe(true);
  });
});

const tokens = (value: unknown): number => encode(JSON.stringify(value)).length;

/** What a model sees of a tool; hosts keep titles and annotations to themselves. */
const seen = ({ name, description, inputSchema }: Tool): unknown => ({
  name,
  description,
  inputSchema,
});

describe('the cost of listing', () => {
  it('all tools of the default areas stays within 15,008 tokens', () => {
    const cost = tokens(listed.map(seen));
    console.log(
      `tools/list, default areas, everything granted: ${cost} o200k tokens for ${listed.length} tools`,
    );
    expect(cost).toBeLessThanOrEqual(15_008);
  });

  it('the seed catalogue stays within 10,539 tokens', () => {
    const ids = new Set<string>(seed.map(([id]) => id));
    const core = tools.filter((tool) => ids.has(tool.endpoint.id));
    const cost = tokens(core.map(seen));
    console.log(`tools/list, the ${core.length} of the seed catalogue: ${cost} o200k tokens`);
    expect(core).toHaveLength(48);
    expect(cost).toBeLessThanOrEqual(10_539);
  });

  it('fifty Droplets stays within 3,500 tokens, with what a person asks for', () => {
    const list = startList(named('droplets_list'), {}, { allowSecrets: false });
    for (let index = 0; index < 50; index++) list.take(droplet(index));
    const answer = list.finish({ siblings: {}, total: 50, after: null, resumeAt: () => null });
    const cost = tokens(answer);
    console.log(`a list of 50 Droplets, default detail: ${cost} o200k tokens`);
    expect(cost).toBeLessThanOrEqual(3_500);
    const { columns, items } = answer as unknown as { columns: string[]; items: unknown[][] };
    expect(Object.fromEntries(columns.map((name, at) => [name, items[7]?.[at]]))).toEqual({
      id: 412_345_674,
      name: 'web-7.example.com',
      status: 'active',
      region_slug: 'nyc3',
      size_slug: 's-2vcpu-2gb',
      image_slug: 'ubuntu-24-04-x64',
      vcpus: 2,
      memory: 2048,
      public_ipv4: '192.241.165.17',
      private_ipv4: '10.128.192.17',
      tags: ['web', 'env:prod'],
      price_monthly: 18,
      backups: true,
    });
  });
});

/** A Droplet with everything that DigitalOcean sends along. */
const droplet = (index: number): unknown => ({
  id: 412_345_667 + index,
  name: `web-${index}.example.com`,
  memory: 2048,
  vcpus: 2,
  disk: 60,
  locked: false,
  status: 'active',
  kernel: null,
  created_at: '2026-03-21T18:37:44Z',
  features: ['backups', 'private_networking', 'ipv6'],
  backup_ids: [53_893_572],
  next_backup_window: { start: '2026-07-30T00:00:00Z', end: '2026-07-30T23:00:00Z' },
  snapshot_ids: [67_512_819],
  image: {
    id: 63_663_980,
    name: '24.04 (LTS) x64',
    distribution: 'Ubuntu',
    slug: 'ubuntu-24-04-x64',
    public: true,
    regions: ['ams2', 'ams3', 'blr1', 'fra1', 'lon1', 'nyc1', 'nyc2', 'nyc3'],
    created_at: '2026-05-15T05:47:50Z',
    type: 'snapshot',
    min_disk_size: 20,
    size_gigabytes: 2.36,
    description: '',
    tags: [],
    status: 'available',
  },
  volume_ids: [],
  size: {
    slug: 's-2vcpu-2gb',
    price_monthly: 18,
    price_hourly: 0.02679,
    regions: ['ams2', 'ams3', 'nyc3'],
  },
  size_slug: 's-2vcpu-2gb',
  networks: {
    v4: [
      {
        ip_address: `10.128.192.${10 + index}`,
        netmask: '255.255.0.0',
        gateway: 'nil',
        type: 'private',
      },
      {
        ip_address: `192.241.165.${10 + index}`,
        netmask: '255.255.255.0',
        gateway: '192.241.165.1',
        type: 'public',
      },
    ],
    v6: [
      {
        ip_address: '2604:a880:0:1010::18a:a001',
        netmask: 64,
        gateway: '2604:a880:0:1010::1',
        type: 'public',
      },
    ],
  },
  region: {
    name: 'New York 3',
    slug: 'nyc3',
    features: ['private_networking', 'backups', 'ipv6', 'metadata'],
    available: true,
    sizes: ['s-1vcpu-1gb', 's-1vcpu-2gb', 's-2vcpu-2gb', 's-2vcpu-4gb'],
  },
  tags: ['web', 'env:prod'],
  vpc_uuid: '760e09ef-dc84-11e8-981e-3cfdfeaae000',
});
