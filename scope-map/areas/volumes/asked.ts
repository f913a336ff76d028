// How people ask for disks and what can be done with them.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  volumes_list: {
    asked: [
      'which disks do we have',
      'which disks are unused but still cost money',
      'what storage is attached to my servers',
      'find the disk called data',
    ],
    common: 2,
  },
  volumes_get: {
    asked: ['show one disk', 'where is this disk attached', 'how big is the backup disk'],
  },
  volumes_create: {
    asked: [
      'i need more disk space',
      'add a 100 gb disk',
      'buy block storage',
      'make a disk from a snapshot',
    ],
    common: 2,
  },
  volumes_delete: {
    asked: ['throw away a disk', 'remove block storage', 'delete the unused disk'],
  },
  volumes_delete_byName: { asked: ['delete the disk called data in nyc3'], common: 0 },
  volumeActions_post_byId: {
    asked: [
      'connect a disk to a server',
      'detach the disk',
      'make the disk bigger',
      'grow block storage to 200 gb',
      'move a disk to another server',
    ],
    common: 2,
  },
  volumeActions_post: {
    asked: ['attach the disk called data', 'unplug a disk by its name'],
    common: 0,
  },
  volumeActions_list: {
    asked: ['what was done to this disk', 'when was the disk resized', 'history of a disk'],
  },
  volumeActions_get: {
    asked: ['is the disk attached yet', 'has the disk finished growing'],
  },
  volumeSnapshots_list: {
    asked: ['which snapshots of this disk exist', 'when was the disk last copied'],
  },
  volumeSnapshots_create: {
    asked: [
      'snapshot my disk',
      'make a copy of the disk before the upgrade',
      'back up block storage now',
    ],
  },
  volumeSnapshots_get_byId: { asked: ['show a disk snapshot'], common: 0 },
  volumeSnapshots_delete_byId: { asked: ['delete a disk snapshot'], common: 0 },
};
