// How people ask for shared file systems.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  nfs_list: {
    asked: [
      'which shared folders do we have',
      'what is the mount path of our file share',
      'list network drives',
    ],
  },
  nfs_get: {
    asked: ['how do i mount the share', 'show one file share', 'is the file share ready'],
  },
  nfs_create: {
    asked: [
      'i need a folder that several servers share',
      'make a network file system of 100 gb',
      'set up shared storage',
    ],
  },
  nfs_delete: { asked: ['remove the file share', 'delete a shared folder with everything in it'] },
  nfs_create_action: {
    asked: [
      'make the file share bigger',
      'snapshot the shared folder',
      'let another network mount the share',
      'take the file share away from a vpc',
      'make the share faster',
    ],
  },
  nfs_list_snapshot: {
    asked: ['which snapshots of the file share exist', 'when was the shared folder last copied'],
  },
  nfs_get_snapshot: {
    asked: ['show one file share snapshot', 'is the nfs snapshot done'],
    common: 0,
  },
  nfs_delete_snapshot: {
    asked: ['delete an old nfs snapshot', 'remove a copy of the shared folder'],
  },
  nfs_list_access_points: {
    asked: ['which doors does the file share have', 'who can mount which folder of the share'],
    common: 0,
  },
  nfs_get_access_point: { asked: ['show the policy of an nfs access point'], common: 0 },
  nfs_create_access_point: {
    asked: [
      'let one network mount only a subfolder',
      'export a directory of the share with root squash',
    ],
    common: 0,
  },
  nfs_delete_access_point: {
    asked: ['close an access point of the share', 'stop a vpc from mounting the subfolder'],
    common: 0,
  },
};
