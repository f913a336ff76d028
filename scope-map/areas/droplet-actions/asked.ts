// How people ask for actions on servers.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  dropletActions_list: {
    asked: [
      'what was done to this server',
      'when was the machine last rebooted',
      'history of a vm',
    ],
  },
  dropletActions_get: {
    asked: ['has the reboot finished', 'how far is the resize of my server'],
  },
  dropletActions_post: {
    asked: [
      'reboot the server',
      'turn a machine off',
      'make the server bigger',
      'upgrade the vm to 8 gb',
      'take a snapshot of the server before the update',
      'turn on backups',
      'reset the root password',
      'reinstall the machine',
      'restore from a backup',
      'rename a server',
    ],
    common: 2,
  },
  dropletActions_post_byTag: {
    asked: [
      'reboot all web servers at once',
      'turn off every machine labelled staging',
      'snapshot all tagged servers',
    ],
  },
};
