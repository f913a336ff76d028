// How changes of Droplets are put back: what is made can go again, and what is destroyed is gone with its disk.
import type { Undo, Undos } from '../../endpoint/undo.ts';
import { call, cannot, cannotWhen, look, reply } from '../../entry/undos.ts';

const lostDisk = 'the disk of a Droplet is gone with it; keep takes a snapshot first';
const gone = cannot(
  'the disk of a Droplet is gone with it; droplets_destroy with keep takes a snapshot first',
);

/** Where a snapshot was taken first, it holds the disk. */
const keepable: Undo = {
  ways: [
    cannotWhen(
      { argument: 'keep', is: ['snapshot'] },
      'droplets_create makes another Droplet from the snapshot that was taken',
    ),
    { cannot: lostDisk },
  ],
};
const lost = 'whatever was written on it since is lost';
const many = { argument: 'names' } as const;

/** By operation id. */
export const undos: Undos = {
  droplets_create: {
    ways: [
      {
        when: many,
        calls: [
          call('droplets_destroy', { droplet_id: reply('id') }, { each: { reply: 'droplets' } }),
        ],
        differs: lost,
      },
      { calls: [call('droplets_destroy', { droplet_id: reply('droplet.id') })], differs: lost },
    ],
    made: look('droplets_get', { droplet_id: reply('droplet.id') }),
    watches: ['name', 'size_slug', 'tags', 'volume_ids'],
  },
  droplets_destroy: keepable,
  droplets_destroy_byTag: gone,
  droplets_destroy_withAssociatedResourcesSelective: keepable,
  droplets_destroy_withAssociatedResourcesDangerous: cannot(
    'the disk of a Droplet is gone with it, and so are its snapshots',
  ),
  droplets_destroy_retryWithAssociatedResources: gone,
};
