// What actions on a Droplet take away: the disk as it is, the password.
import type { Hanging, Harms } from '../../endpoint/harm.ts';
import { shownWith } from '../../entry/looks.ts';
import { associated, backups, droplet, loadBalancers } from '../droplets/around.ts';

const overwrites = { argument: 'type', is: ['rebuild', 'restore'] } as const;

const kept = { fate: 'stays', when: overwrites } as const;

const hangs: readonly Hanging[] = [
  {
    kind: 'snapshot',
    asks: 'which snapshots of it there are',
    look: associated,
    at: 'snapshots',
    ...kept,
    ...shownWith('image:read'),
  },
  {
    kind: 'volume',
    asks: 'which volumes are attached to it',
    look: associated,
    at: 'volumes',
    ...kept,
    note: 'not overwritten',
    ...shownWith('block_storage:read'),
  },
  { ...backups, ...kept, note: 'what it holds can be restored from there' },
  { ...loadBalancers, ...kept, note: 'sending requests to it meanwhile' },
];

/** By operation id. */
export const harms: Harms = {
  dropletActions_post: { kind: 'Droplet', thing: droplet, losesData: [overwrites], hangs },
};
