// How long work on NFS shares, their snapshots and access points takes, and how its end is told.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';

/** Of a share. */
export const shareLife: Omit<LifeCycle, 'poll'> = {
  state: 'share.status',
  done: ['ACTIVE', 'INACTIVE'],
  failed: ['FAILED'],
  usually: 60,
  what: 'NFS share',
};

/** Of a snapshot. */
export const snapshotLife: Omit<LifeCycle, 'poll'> = {
  state: 'snapshot.status',
  done: ['ACTIVE'],
  failed: ['FAILED'],
  usually: 60,
  what: 'NFS snapshot',
};

/** Of an access point. */
export const accessPointLife: Omit<LifeCycle, 'poll'> = {
  state: 'access_point.status',
  done: ['ACCESS_POINT_ACTIVE'],
  failed: ['ACCESS_POINT_FAILED'],
  usually: 180,
  what: 'access point',
};
