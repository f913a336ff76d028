// How changes of volumes are put back: where they are attached, never what was on them.
import type { When } from '../../endpoint/condition.ts';
import type { InverseCall, StateLook, Undo, Undos, Way } from '../../endpoint/undo.ts';
import {
  always,
  argument,
  call,
  cannot,
  cannotWhen,
  look,
  removes,
  reply,
} from '../../entry/undos.ts';

const gone = cannot('the data of a volume is gone with it');

/** Where a snapshot was taken first, it holds the data. */
const keepable: Undo = {
  ways: [
    cannotWhen(
      { argument: 'keep', is: ['snapshot'] },
      'volumes_create makes another volume from the snapshot that was taken',
    ),
    { cannot: 'the data of a volume is gone with it; keep takes a snapshot first' },
  ],
};
const snapshotGone = cannot('the data of a snapshot is gone with it');

const ofType = (...is: readonly [string, ...string[]]): When => ({ argument: 'type', is });

const itself = { volume_id: argument('volume_id') };
const named = { volume_name: argument('volume_name'), region: argument('region') };
const onto = { droplet_id: argument('droplet_id') };

const volume: StateLook = look('volumes_get', itself);
const found: StateLook = look(
  'volumes_list',
  { name: argument('volume_name'), region: argument('region') },
  { name: argument('volume_name') },
);

const moves = (make: (type: string) => InverseCall): readonly [Way, ...Way[]] => [
  {
    when: ofType('attach'),
    stood: { at: 'droplet_ids', filled: true },
    cannot: 'it was attached before',
  },
  { when: ofType('attach'), calls: [make('detach')], differs: 'unmount it first' },
  {
    when: ofType('detach'),
    stood: { at: 'droplet_ids', filled: false },
    cannot: 'it was not attached before',
  },
  { when: ofType('detach'), calls: [make('attach')], differs: 'it has to be mounted again' },
  cannotWhen(ofType('resize'), 'a volume cannot be made smaller'),
];

/** By operation id. */
export const undos: Undos = {
  volumes_create: removes(
    look('volumes_get', { volume_id: reply('volume.id') }),
    call('volumes_delete', { volume_id: reply('volume.id') }),
    ['name', 'droplet_ids', 'size_gigabytes', 'tags'],
    'whatever was written on it since is lost',
  ),
  volumes_delete: keepable,
  volumes_delete_byName: gone,
  volumeActions_post_byId: {
    state: volume,
    watches: ['droplet_ids', 'size_gigabytes'],
    ways: moves((type) =>
      call('volumeActions_post_byId', { ...itself, ...onto, type: always(type) }),
    ),
  },
  volumeActions_post: {
    state: found,
    watches: ['droplet_ids'],
    ways: moves((type) => call('volumeActions_post', { ...named, ...onto, type: always(type) })),
  },
  volumeSnapshots_create: removes(
    look('volumeSnapshots_get_byId', { snapshot_id: reply('snapshot.id') }),
    call('volumeSnapshots_delete_byId', { snapshot_id: reply('snapshot.id') }),
    ['name'],
    'the copy of the data is gone',
  ),
  volumeSnapshots_delete_byId: snapshotGone,
};
