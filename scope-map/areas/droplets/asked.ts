// How people ask for servers and what can be done with them.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  droplets_list: {
    asked: [
      'show me all my servers',
      'list my servers',
      'which machines are running',
      'what is the ip of the web server',
      'how many vms do we have',
      'which servers are not backed up',
      'find the server called web-1',
    ],
    common: 2,
  },
  droplets_get: {
    asked: [
      'details of one server',
      'is my vm up yet',
      'how much memory does this machine have',
      'what image does it run',
    ],
    common: 2,
  },
  droplets_create: {
    asked: [
      'spin up a server',
      'i need a new ubuntu vm',
      'launch three machines in frankfurt',
      'rent a gpu machine',
      'buy a vps',
      'start a server from a snapshot',
    ],
    common: 2,
  },
  droplets_destroy: {
    asked: [
      'kill the staging server',
      'shut down a machine for good',
      'get rid of a vm so that it stops costing',
      'terminate an instance',
    ],
    common: 2,
  },
  droplets_destroy_byTag: {
    asked: ['destroy all test servers at once', 'kill every machine labelled temp'],
    common: 0,
  },
  droplets_list_backups: {
    asked: ['which backups of this server exist', 'when was the server last backed up'],
  },
  droplets_list_snapshots: {
    asked: ['which snapshots of this server are there', 'which images were taken of a machine'],
  },
  droplets_list_kernels: { asked: ['which kernels can this old server boot'], common: 0 },
  droplets_list_firewalls: {
    asked: [
      'what protects this server',
      'which firewall applies to this machine',
      'are any ports of this server open',
    ],
  },
  droplets_get_backup_policy: {
    asked: [
      'when is this server backed up',
      'are backups on for this machine',
      'how long are backups kept',
    ],
  },
  droplets_list_backup_policies: {
    asked: ['which servers are backed up and when', 'backup schedule of all machines'],
  },
  droplets_list_supported_backup_policies: {
    asked: ['how often can backups run', 'what backup plans are there', 'daily or weekly backups'],
    common: 0,
  },
  droplets_list_neighbors: {
    asked: [
      'does another of my servers share hardware with this one',
      'which machines are on the same host',
    ],
    common: 0,
  },
  droplets_list_neighborsIds: {
    asked: ['do any of my servers share hardware', 'which vms would fail together'],
    common: 0,
  },
  droplets_list_associatedResources: {
    asked: [
      'what would be left behind if i delete this server',
      'what still costs money after the server is gone',
      'disks and addresses belonging to a server',
    ],
  },
  droplets_destroy_withAssociatedResourcesSelective: {
    asked: [
      'delete the server and its disk but keep the snapshots',
      'remove a machine together with its volume',
    ],
  },
  droplets_destroy_withAssociatedResourcesDangerous: {
    asked: [
      'wipe a server with everything that belongs to it',
      'destroy the machine including disks, snapshots and ip',
    ],
    common: 0,
  },
  droplets_get_DestroyAssociatedResourcesStatus: {
    asked: ['is the server with its disks gone yet', 'did deleting the leftovers fail'],
    common: 0,
  },
  droplets_destroy_retryWithAssociatedResources: {
    asked: ['try again to delete what was left of the server', 'retry the failed destruction'],
    common: 0,
  },
};
