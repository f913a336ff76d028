// How changes of Droplets are put back: what is made can go again, and what is destroyed is gone with its disk.
import type { Undos } from '../../endpoint/undo.ts';
import { call, cannot, look, reply } from '../../entry/undos.ts';

const gone = cannot('the disk of a Droplet is gone with it, unless a snapshot was taken before');
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
  droplets_destroy: gone,
  droplets_destroy_byTag: gone,
  droplets_destroy_withAssociatedResourcesSelective: gone,
  droplets_destroy_withAssociatedResourcesDangerous: gone,
  droplets_destroy_retryWithAssociatedResources: gone,
};
