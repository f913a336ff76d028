// What goes with volumes: their data for good, never their snapshots.
import type { Harms, Thing } from '../../endpoint/harm.ts';
import { called } from '../../entry/hangings.ts';
import { argument, datedCost, its, look } from '../../entry/looks.ts';

const details = [
  { at: 'size_gigabytes', as: 'GiB' },
  { at: 'region.slug', says: 'in {}' },
  { at: 'created_at', as: 'age' },
] as const;

const costs = datedCost('volumes', { amount: [{ at: 'size_gigabytes' }] });

const volume: Thing = {
  look: look('volumes_get', { volume_id: argument('volume_id') }),
  details,
  costs,
};

const hangs = [
  {
    kind: 'volume snapshot',
    asks: 'which snapshots it has',
    fate: 'keeps_costing',
    look: look('volumeSnapshots_list', { volume_id: its('id') }),
    note: 'all that is left of its data',
  },
  {
    kind: 'Droplet',
    asks: 'which Droplet it is attached to',
    fate: 'loses',
    at: 'droplet_ids',
    named: '',
    called: { ...called, look: look('droplets_get', { droplet_id: its('droplet_ids') }) },
    note: 'attached now, and DigitalOcean refuses as long as it is',
  },
] as const;

/** By operation id. */
export const harms: Harms = {
  volumes_delete: { kind: 'volume', known: 'volume_id', thing: volume, losesData: true, hangs },
  volumes_delete_byName: {
    kind: 'volume',
    name: 'name',
    thing: {
      look: look('volumes_list', { name: argument('name'), region: argument('region') }),
      details,
      costs,
    },
    losesData: true,
    hangs,
  },
  volumeSnapshots_delete_byId: {
    kind: 'volume snapshot',
    known: 'snapshot_id',
    thing: {
      look: look('volumeSnapshots_get_byId', { snapshot_id: argument('snapshot_id') }),
      details: [
        { at: 'size_gigabytes', as: 'GiB' },
        { at: 'created_at', as: 'age' },
      ],
    },
    losesData: true,
    hangs: [
      {
        kind: 'volume',
        asks: 'whether its volume is still there',
        fate: 'stays',
        look: look('volumes_get', { volume_id: its('resource_id') }),
        note: 'with what it holds now',
      },
      {
        kind: 'volume snapshot',
        asks: 'which other snapshots of that volume there are',
        fate: 'stays',
        look: look('volumeSnapshots_list', { volume_id: its('resource_id') }),
        unless: { at: 'id', is: argument('snapshot_id') },
        note: 'of the same volume',
      },
    ],
  },
};
