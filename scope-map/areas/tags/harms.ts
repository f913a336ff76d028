// What hangs on tags: what carries them, and what is found by them.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look, shownWith } from '../../entry/looks.ts';

const name = argument('tag_id');

const tag: Thing = { look: look('tags_get', { tag_id: name }) };

const carrier = { fate: 'stays', note: 'without the tag' } as const;

const droplets: Hanging = {
  kind: 'Droplet',
  asks: 'which Droplets carry it',
  ...carrier,
  look: look('droplets_list', { tag_name: name }),
};

const databases: Hanging = {
  kind: 'database cluster',
  asks: 'which databases carry it',
  ...carrier,
  look: look('databases_list_clusters', { tag_name: name }),
};

const counted = [
  {
    kind: 'volume',
    asks: 'how many volumes carry it',
    counted: 'resources.volumes.count',
    ...shownWith('block_storage:read'),
  },
  {
    kind: 'volume snapshot',
    asks: 'how many volume snapshots carry it',
    counted: 'resources.volume_snapshots.count',
    ...shownWith('block_storage_snapshot:read'),
  },
  {
    kind: 'image',
    asks: 'how many images carry it',
    counted: 'resources.images.count',
    ...shownWith('image:read'),
  },
] as const;

const finders: readonly Hanging[] = [
  {
    kind: 'firewall',
    asks: 'which firewalls go by it',
    fate: 'loses',
    look: look('firewalls_list', {}),
    belongs: [
      { at: 'tags', is: name },
      { at: 'inbound_rules.sources.tags', is: name },
      { at: 'outbound_rules.destinations.tags', is: name },
    ],
    note: 'and guards, or lets in, what carries the tag no longer',
    ...shownWith('tag:read'),
  },
  {
    kind: 'load balancer',
    asks: 'which load balancers go by it',
    fate: 'loses',
    look: look('loadBalancers_list', {}),
    belongs: [{ at: 'tag', is: name }],
    note: 'and sends requests to what carries the tag no longer',
  },
  {
    kind: 'database cluster that trusts it',
    asks: 'which databases let in by it',
    fate: 'loses',
    look: look('databases_list_clusters', {}),
    belongs: [{ at: { of: 'rules', where: { type: 'tag' }, take: 'value' }, is: name }],
    note: 'and lets in what carries the tag no longer',
  },
  {
    kind: 'alert',
    asks: 'which alerts go by it',
    fate: 'loses',
    look: look('monitoring_list_alertPolicy', {}),
    belongs: [{ at: 'tags', is: name }],
    named: 'description',
  },
];

/** By operation id. */
export const harms: Harms = {
  tags_delete: {
    kind: 'tag',
    name: 'tag_id',
    thing: tag,
    hangs: [droplets, databases, ...counted.map((one) => ({ ...one, ...carrier })), ...finders],
  },
  tags_unassign_resources: {
    kind: 'tag',
    does: 'Takes from resources',
    name: 'tag_id',
    thing: tag,
    hangs: [
      {
        kind: 'resource',
        asks: 'which resources it is taken off',
        ...carrier,
        argument: 'resources',
        named: 'resource_id',
        called: { look: look('droplets_list', { tag_name: name }), by: 'id', named: 'name' },
      },
      ...finders,
    ],
  },
};
