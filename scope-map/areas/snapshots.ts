// Snapshots of Droplets and volumes.
import { type Endpoint, endpoint, pagedList } from '../endpoint.ts';

/** Endpoints of the area `snapshots`. */
export const snapshots: readonly Endpoint[] = [
  endpoint({
    id: 'snapshots_list',
    area: 'snapshots',
    method: 'GET',
    path: '/v2/snapshots',
    title: 'List snapshots',
    description: 'Lists snapshots of Droplets and volumes with size and regions.',
    requires: [['snapshot:read']],
    effect: 'read',
    reply: pagedList('snapshots'),
  }),
  endpoint({
    id: 'snapshots_get',
    area: 'snapshots',
    method: 'GET',
    path: '/v2/snapshots/{snapshot_id}',
    title: 'Get a snapshot',
    description: 'Shows one snapshot of a Droplet or a volume.',
    requires: [['snapshot:read'], ['block_storage_snapshot:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'snapshot' },
  }),
  endpoint({
    id: 'snapshots_delete',
    area: 'snapshots',
    method: 'DELETE',
    path: '/v2/snapshots/{snapshot_id}',
    title: 'Delete a snapshot',
    description: 'Deletes a snapshot for good; what it was taken of stays.',
    requires: [['snapshot:delete', 'image:delete'], ['block_storage_snapshot:delete']],
    effect: 'destroy',
    cost: 'stops',
    reply: { kind: 'empty' },
  }),
];
