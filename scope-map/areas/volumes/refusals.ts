// Why DigitalOcean would refuse what is done with volumes.
import type { Check, Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import {
  ground,
  limited,
  look,
  mustBeNew,
  mustExist,
  openRegion,
  perhaps,
  untold,
} from '../../entry/refusals.ts';

const itself = looking('volumes_get', { volume_id: 'volume_id' });

const attach = { argument: 'type', is: ['attach'] } as const;
const detach = { argument: 'type', is: ['detach'] } as const;

const notThere = 'the volume is not attached there';

const attached = ground(
  { at: 'volume.droplet_ids', filled: true },
  'the volume is attached to a Droplet',
);

/** What runs on a volume has to end first; it is waited for, and may change what is read now. */
const isIdle: Check = look(looking('volumeActions_list', { volume_id: 'volume_id' }), [
  perhaps(
    { at: 'actions.status', is: ['in-progress'] },
    'how what runs on the volume ends, which has to come first',
  ),
]);

/** By operation id. */
export const refusals: Refusals = {
  volumes_create: [
    openRegion('region', 'storage'),
    mustBeNew(
      looking('volumes_list', { name: 'name', region: 'region' }),
      'volumes',
      { name: 'name', 'region.slug': 'region' },
      'there is a volume {name} in {region}',
    ),
    mustExist(
      looking('snapshots_get', { snapshot_id: 'snapshot_id' }),
      'there is no snapshot {snapshot_id}',
      {
        further: [
          ground(
            { at: 'snapshot.resource_type', isNot: ['volume'] },
            'the snapshot {snapshot_id} is not one of a volume',
          ),
          ground(
            { at: 'snapshot.regions', lacks: 'region' },
            'the snapshot {snapshot_id} is not in {region}',
            { when: { argument: 'region' } },
          ),
          perhaps('there', 'whether a volume has this name where the snapshot is', {
            argument: 'region',
            absent: true,
          }),
        ],
      },
    ),
    limited(
      looking('volumes_list', {}),
      'volume_limit',
      'the limit of volumes that the account may have is reached',
    ),
  ],
  volumes_delete: [isIdle, look(itself, [attached], { hidden: ['droplet:read'] })],
  volumes_delete_byName: [
    look(
      looking('volumes_list', { name: 'name', region: 'region' }),
      [
        ground('missing', 'there is no volume {name} in {region}'),
        ground({ at: 'droplet_ids', filled: true }, 'the volume is attached to a Droplet'),
      ],
      {
        hidden: ['droplet:read'],
        among: { list: 'volumes', where: { name: 'name', 'region.slug': 'region' } },
      },
    ),
    untold('whether something runs on the volume'),
  ],
  volumeActions_post_byId: [
    isIdle,
    look(
      itself,
      [
        ground({ at: 'volume.droplet_ids', filled: true }, 'the volume is attached already', {
          when: attach,
        }),
        ground({ at: 'volume.droplet_ids', lacks: 'droplet_id' }, notThere, { when: detach }),
        ground({ at: 'volume.droplet_ids', empty: true }, notThere, { when: detach }),
      ],
      { hidden: ['droplet:read'] },
    ),
    look(itself, [
      ground(
        { at: 'volume.size_gigabytes', reaches: 'size_gigabytes' },
        'a volume only grows: it has as many GiB already',
        { when: { argument: 'type', is: ['resize'] } },
      ),
    ]),
    mustExist(
      looking('droplets_get', { droplet_id: 'droplet_id' }),
      'there is no Droplet {droplet_id}',
      {
        beside: { volume: { read: itself, at: 'volume' } },
        further: [
          ground(
            { at: 'droplet.region.slug', lacks: 'volume.region.slug' },
            'the volume and the Droplet are in different regions',
            { when: attach },
          ),
        ],
      },
    ),
    look(
      looking('droplets_get', { droplet_id: 'droplet_id' }),
      [
        ground(
          { at: 'droplet.volume_ids', most: 15 },
          'the Droplet has as many volumes as it may have',
        ),
      ],
      { when: attach, hidden: ['block_storage:read'] },
    ),
    look(looking('dropletActions_list', { droplet_id: 'droplet_id' }), [
      perhaps(
        { at: 'actions.status', is: ['in-progress'] },
        'how what runs on the Droplet ends, which has to come first',
      ),
    ]),
  ],
  volumeActions_post: [
    look(
      looking('volumes_list', { name: 'volume_name', region: 'region' }),
      [
        ground('missing', 'there is no volume {volume_name} in {region}'),
        ground({ at: 'droplet_ids', filled: true }, 'the volume is attached already', {
          when: attach,
        }),
        ground({ at: 'droplet_ids', lacks: 'droplet_id' }, notThere, { when: detach }),
      ],
      {
        hidden: ['droplet:read'],
        among: { list: 'volumes', where: { name: 'volume_name', 'region.slug': 'region' } },
      },
    ),
    mustExist(
      looking('droplets_get', { droplet_id: 'droplet_id' }),
      'there is no Droplet {droplet_id}',
      {
        further: [
          ground(
            { at: 'droplet.region.slug', lacks: 'region' },
            'the volume and the Droplet are in different regions',
            { when: attach },
          ),
        ],
      },
    ),
    untold('whether something runs on the volume or the Droplet'),
  ],
  volumeSnapshots_create: [
    mustBeNew(
      looking('snapshots_list', {}),
      'snapshots',
      { name: 'name', resource_type: { is: 'volume' } },
      'there is a snapshot {name} of a volume',
    ),
    look(looking('volumeSnapshots_list', { volume_id: 'volume_id' }), [
      ground({ at: 'snapshots', most: 25 }, 'the volume has as many snapshots as it may have'),
      perhaps(
        { at: 'snapshots', filled: true },
        'whether ten minutes have gone by since the last snapshot of the volume',
      ),
    ]),
  ],
  volumeSnapshots_delete_byId: [],
};
