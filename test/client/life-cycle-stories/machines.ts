// The course of work on Droplets, images, volumes, shares and addresses.
import { phases, type Story } from './story.ts';

export const machines: Readonly<Record<string, Story>> = {
  action: {
    life: { state: 'action.status', done: ['completed'], failed: ['errored'], missing: 'wait' },
    good: [404, ...phases('action', 'status', 'in-progress', 'completed')],
    bad: phases('action', 'status', 'errored'),
  },
  Droplet: {
    life: { state: 'droplet.status', done: ['active'], failed: [], missing: 'wait' },
    good: [404, ...phases('droplet', 'status', 'new', 'active')],
  },
  'Droplet deletion': {
    life: { state: 'droplet.status', done: [], failed: [], missing: 'done' },
    good: [...phases('droplet', 'status', 'active', 'archive'), 404],
  },
  'Droplet with what belongs to it': {
    life: {
      state: 'completed_at',
      done: ['*'],
      failed: [],
      failures: 'failures',
      message: 'droplet.error_message',
    },
    good: [
      { completed_at: null, failures: 0 },
      { completed_at: '2026-11-24T12:00:00Z', failures: 0 },
    ],
    bad: [
      {
        completed_at: '2026-11-24T12:00:00Z',
        failures: 2,
        droplet: { error_message: 'a volume is in use' },
      },
    ],
  },
  'autoscale pool': {
    life: { state: 'autoscale_pool.status', done: ['active'], failed: ['error'] },
    good: phases('autoscale_pool', 'status', 'provisioning', 'active'),
    bad: phases('autoscale_pool', 'status', 'error'),
  },
  'custom image': {
    life: {
      state: 'image.status',
      done: ['available'],
      failed: ['deleted'],
      message: 'image.error_message',
    },
    good: phases('image', 'status', 'NEW', 'pending', 'available'),
    bad: [{ image: { status: 'deleted', error_message: 'not a disk image' } }],
  },
  'volume action': {
    life: { state: 'action.status', done: ['completed'], failed: ['errored'] },
    good: phases('action', 'status', 'in-progress', 'completed'),
    bad: phases('action', 'status', 'errored'),
  },
  snapshot: {
    life: { state: 'snapshot.id', done: ['*'], failed: [], missing: 'wait' },
    good: [404, { snapshot: { id: 's-1', size_gigabytes: 1.5 } }],
  },
  'reserved IP assignment': {
    life: { state: 'reserved_ip.droplet', done: ['*'], failed: [] },
    good: [
      { reserved_ip: { ip: '203.0.113.9', droplet: null } },
      { reserved_ip: { ip: '203.0.113.9', droplet: { id: 4 } } },
    ],
  },
  'BYOIP prefix': {
    life: { state: 'byoip_prefix.status', done: ['active'], failed: [] },
    good: phases('byoip_prefix', 'status', 'pending', 'active'),
  },
  'NFS share': {
    life: { state: 'share.status', done: ['ACTIVE'], failed: ['FAILED'] },
    good: phases('share', 'status', 'CREATING', 'INACTIVE', 'ACTIVE'),
    bad: phases('share', 'status', 'FAILED'),
  },
  'NFS access point': {
    life: {
      state: 'access_point.status',
      done: ['ACCESS_POINT_ACTIVE'],
      failed: ['ACCESS_POINT_FAILED'],
    },
    good: phases('access_point', 'status', 'ACCESS_POINT_CREATING', 'ACCESS_POINT_ACTIVE'),
    bad: phases('access_point', 'status', 'ACCESS_POINT_FAILED'),
  },
};
