// Snapshots of Droplets and volumes.
import { describeArea } from '../../entry/area-map.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  snapshots_list: {
    title: 'List snapshots',
    description: 'Lists snapshots of Droplets and volumes with size and regions.',
    reply: pagedList('snapshots'),
    view: {
      columns: [
        'id',
        'name',
        'resource_type',
        'resource_id',
        'size_gigabytes',
        'min_disk_size',
        'regions',
        'tags',
        'created_at',
      ],
    },
  },
  snapshots_get: {
    title: 'Get a snapshot',
    description: 'Shows one snapshot of a Droplet or a volume.',
    reply: object('snapshot'),
  },
  snapshots_delete: {
    title: 'Delete a snapshot',
    description: 'Deletes a snapshot for good; what it was taken of stays.',
    cost: 'stops',
    reply: nothing,
  },
});
