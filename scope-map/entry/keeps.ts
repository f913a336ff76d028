// What can be kept of Droplets and volumes before they are destroyed.
import type { Keep } from '../endpoint/keep.ts';

/** A snapshot of a Droplet, taken by an action. */
export const keepDroplet: Keep = {
  take: {
    operation: 'dropletActions_post',
    given: { droplet_id: { argument: 'droplet_id' }, type: { value: 'snapshot' } },
  },
  check: {
    operation: 'dropletActions_get',
    given: { droplet_id: { argument: 'droplet_id' } },
    id: 'action_id',
  },
  states: { done: 'completed', failed: 'errored' },
  of: 'Droplet',
};

/** A snapshot of a volume, there as soon as it is answered. */
export const keepVolume: Keep = {
  take: {
    operation: 'volumeSnapshots_create',
    given: { volume_id: { argument: 'volume_id' } },
  },
  check: { operation: 'volumeSnapshots_get_byId', given: {}, id: 'snapshot_id' },
  of: 'volume',
};
