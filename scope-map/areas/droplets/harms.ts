// What goes with Droplets: their disks and backups; what loses them: load balancers, firewalls, DNS; what goes on costing.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { always, argument, its, look, shownWith } from '../../entry/looks.ts';
import {
  associated,
  backups,
  described,
  droplet,
  firewalls,
  loadBalancers,
  records,
  recordsToAll,
} from './around.ts';

const tagged: Thing = {
  look: look('droplets_list', { tag_name: argument('tag_name') }),
  several: true,
  ...described,
};

/** What else than its disk belongs to a Droplet, by the field that tells it. */
const leftovers = [
  {
    kind: 'volume',
    at: 'volumes',
    asks: 'which volumes are attached to it',
    argument: 'volumes',
    ...shownWith('block_storage:read'),
  },
  {
    kind: 'snapshot',
    at: 'snapshots',
    asks: 'which snapshots of it there are',
    argument: 'snapshots',
    ...shownWith('image:read'),
  },
  {
    kind: 'volume snapshot',
    at: 'volume_snapshots',
    asks: 'which snapshots of its volumes there are',
    argument: 'volume_snapshots',
    ...shownWith('block_storage_snapshot:read'),
  },
  {
    kind: 'reserved IP',
    at: 'reserved_ips',
    asks: 'which reserved IP points at it',
    argument: 'reserved_ips',
    ...shownWith('reserved_ip:read'),
  },
] as const;

const withIt = (become: Pick<Hanging, 'fate'>, byArgument = false): readonly Hanging[] =>
  leftovers.map(({ argument: name, ...rest }) => ({
    ...rest,
    ...become,
    look: associated,
    costs: { at: 'cost' },
    ...(byArgument && { chosen: { at: 'id', is: argument(name), fate: 'destroyed' as const } }),
  }));

const around = [loadBalancers, firewalls, backups, records];

const whole = { kind: 'Droplet', known: 'droplet_id', thing: droplet, losesData: true } as const;

/** By operation id. */
export const harms: Harms = {
  droplets_destroy: { ...whole, hangs: [...withIt({ fate: 'keeps_costing' }), ...around] },
  droplets_destroy_withAssociatedResourcesSelective: {
    ...whole,
    hangs: [...withIt({ fate: 'keeps_costing' }, true), ...around],
  },
  droplets_destroy_withAssociatedResourcesDangerous: {
    ...whole,
    hangs: [...withIt({ fate: 'destroyed' }), ...around],
  },
  droplets_destroy_retryWithAssociatedResources: {
    ...whole,
    also: 'tries again what failed the last time',
    hangs: [
      ...leftovers.map(
        ({ kind, at, asks }): Hanging => ({
          kind,
          asks,
          fate: 'destroyed',
          look: look('droplets_get_DestroyAssociatedResourcesStatus', {
            droplet_id: argument('droplet_id'),
          }),
          at: `resources.${at}`,
          where: { destroyed_at: null },
        }),
      ),
      ...around,
    ],
  },
  droplets_destroy_byTag: {
    kind: 'Droplet',
    name: 'tag_name',
    thing: tagged,
    losesData: true,
    hangs: [
      {
        kind: 'volume',
        asks: 'which volumes are attached to them',
        fate: 'keeps_costing',
        at: 'volume_ids',
        named: '',
        called: { look: look('volumes_list', {}), by: 'id', named: 'name' },
        ...shownWith('block_storage:read'),
      },
      {
        kind: 'snapshot',
        asks: 'which snapshots of them there are',
        fate: 'keeps_costing',
        at: 'snapshot_ids',
        named: '',
        called: {
          look: look('snapshots_list', { resource_type: always('droplet') }),
          by: 'id',
          named: 'name',
        },
        ...shownWith('image:read'),
      },
      {
        kind: 'reserved IP',
        asks: 'which reserved IPs point at them',
        fate: 'keeps_costing',
        look: look('reservedIPs_list', {}),
        belongs: [{ at: 'droplet.id', is: its('id') }],
        named: 'ip',
        ...shownWith('droplet:read'),
      },
      {
        // The list by tag leaves them out, and cannot be asked for both at once.
        kind: 'GPU Droplet',
        asks: 'which GPU Droplets carry it',
        fate: 'destroyed',
        look: look('droplets_list', { type: always('gpus') }),
        belongs: [{ at: 'tags', is: argument('tag_name') }],
        unless: { at: 'id', is: its('id') },
        costs: described.costs,
      },
      loadBalancers,
      {
        kind: 'firewall',
        asks: 'which firewalls guard them',
        fate: 'loses',
        look: look('firewalls_list', {}),
        belongs: [
          { at: 'droplet_ids', is: its('id') },
          { at: 'tags', is: its('tags') },
        ],
        ...shownWith('tag:read'),
      },
      recordsToAll,
    ],
  },
};
