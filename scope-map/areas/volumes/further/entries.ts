// Snapshots of volumes.
import { describeArea } from '../../../entry/area-map.ts';
import { given, needs } from '../../../entry/conditions.ts';
import { nothing, object, pagedList } from '../../../entry/replies.ts';
import { words } from '../words.ts';
import facts from './facts.json' with { type: 'json' };

export default describeArea(facts, words, {
  volumeSnapshots_list: {
    title: "List a volume's snapshots",
    description:
      'Lists the snapshots of one volume; snapshots_list shows those of all volumes and Droplets.',
    reply: pagedList('snapshots'),
    view: {
      columns: ['id', 'name', 'size_gigabytes', 'min_disk_size', 'regions', 'tags', 'created_at'],
    },
  },
  volumeSnapshots_create: {
    title: 'Snapshot a volume',
    description:
      'Takes a snapshot of a volume, kept until deleted ($0.06 per GiB a month); one every ten minutes, 25 a volume. Unmount or freeze it first for clean data.',
    conditions: [given('tags', needs('tag:create'))],
    effect: 'write',
    cost: 'starts',
    reply: object('snapshot'),
    hints: [
      {
        status: 409,
        next: 'A snapshot of that name exists already: it may be this very one, so look before taking it under another name.',
      },
    ],
    says: { name: 'Name of the snapshot.', tags: 'Tags to give; missing ones are made.' },
  },
  volumeSnapshots_get_byId: {
    title: 'Get a volume snapshot',
    description: 'Shows one snapshot of a volume; snapshots_get does the same for every kind.',
    reply: object('snapshot'),
    says: { snapshot_id: 'Snapshot id.' },
  },
  volumeSnapshots_delete_byId: {
    title: 'Delete a volume snapshot',
    description:
      'Deletes a snapshot of a volume for good, as snapshots_delete does; the volume stays.',
    cost: 'stops',
    reply: nothing,
    says: { snapshot_id: 'Snapshot id.' },
  },
});
