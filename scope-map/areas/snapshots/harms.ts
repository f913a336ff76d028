// What goes with snapshots: often the last copy of what they were taken of.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, its, look } from '../../entry/looks.ts';
import { madeFrom } from '../images/made-from.ts';

/** By operation id. */
export const harms: Harms = {
  snapshots_delete: {
    kind: 'snapshot',
    known: 'snapshot_id',
    thing: {
      look: look('snapshots_get', { snapshot_id: argument('snapshot_id') }),
      details: [
        { at: 'resource_type', says: 'of a {}' },
        { at: 'size_gigabytes', as: 'GiB' },
        { at: 'regions', says: 'in {}' },
        { at: 'created_at', as: 'age' },
      ],
    },
    losesData: true,
    hangs: [
      {
        kind: 'Droplet that it was taken of',
        asks: 'whether the Droplet that it was taken of is still there',
        fate: 'stays',
        look: look('droplets_list', {}),
        belongs: [{ at: 'id', is: its('resource_id') }],
      },
      {
        kind: 'volume that it was taken of',
        asks: 'whether the volume that it was taken of is still there',
        fate: 'stays',
        look: look('volumes_list', {}),
        belongs: [{ at: 'id', is: its('resource_id') }],
      },
      {
        kind: 'other snapshot',
        asks: 'which other snapshots of the same there are',
        fate: 'stays',
        look: look('snapshots_list', { resource_type: its('resource_type') }),
        belongs: [{ at: 'resource_id', is: its('resource_id') }],
        unless: { at: 'id', is: argument('snapshot_id') },
        note: 'of the same',
      },
      ...madeFrom(argument('snapshot_id')),
    ],
  },
};
