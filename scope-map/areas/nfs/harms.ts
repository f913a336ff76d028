// What goes with file shares, their snapshots and the ways in.
import type { Harms, Thing } from '../../endpoint/harm.ts';
import { argument, ifGiven, its, look } from '../../entry/looks.ts';

const share: Thing = {
  look: look('nfs_get', { nfs_id: argument('nfs_id'), region: ifGiven('region') }),
  details: [
    { at: 'size_gib', as: 'GiB' },
    { at: 'region', says: 'in {}' },
    { at: 'created_at', as: 'age' },
  ],
};

/** By operation id. */
export const harms: Harms = {
  nfs_delete: {
    kind: 'file share',
    thing: share,
    losesData: true,
    hangs: [
      {
        kind: 'snapshot',
        asks: 'which snapshots it has',
        fate: 'stays',
        look: look('nfs_list_snapshot', { share_id: its('id'), region: ifGiven('region') }),
        belongs: [{ at: 'share_id', is: argument('nfs_id') }],
        note: 'as far as DigitalOcean keeps those of a share that is gone',
      },
      {
        kind: 'access point',
        asks: 'which access points it has',
        fate: 'destroyed',
        at: 'access_points',
      },
      {
        kind: 'private network',
        asks: 'which networks mount it',
        fate: 'loses',
        at: 'vpc_ids',
        named: '',
        called: { look: look('vpcs_list', {}), by: 'id', named: 'name' },
      },
    ],
  },
  nfs_delete_snapshot: {
    kind: 'snapshot of a file share',
    thing: {
      look: look('nfs_get_snapshot', {
        nfs_snapshot_id: argument('nfs_snapshot_id'),
        region: ifGiven('region'),
      }),
      details: [
        { at: 'size_gib', as: 'GiB' },
        { at: 'region', says: 'in {}' },
        { at: 'created_at', as: 'age' },
      ],
    },
    losesData: true,
    hangs: [
      {
        kind: 'file share',
        asks: 'whether its share is still there',
        fate: 'stays',
        look: look('nfs_get', { nfs_id: its('share_id'), region: ifGiven('region') }),
        note: 'with what it holds now',
      },
    ],
  },
  nfs_delete_access_point: {
    kind: 'access point',
    thing: {
      look: look('nfs_get_access_point', { access_point_id: argument('access_point_id') }),
      details: [{ at: 'path', says: 'of {}' }, { at: 'status' }],
    },
    hangs: [
      {
        kind: 'private network',
        asks: 'which network mounts by it',
        fate: 'loses',
        at: 'vpc_id',
        named: '',
        called: { look: look('vpcs_list', {}), by: 'id', named: 'name' },
      },
      {
        kind: 'file share',
        asks: 'of which share it is',
        fate: 'stays',
        look: look('nfs_get', { nfs_id: its('share_id') }),
        note: 'with all its files',
      },
    ],
  },
};
