// NFS: file shares that Droplets and clusters of a VPC mount together.
import { describeArea } from '../../entry/area-map.ts';
import { valued } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object } from '../../entry/replies.ts';
import { accessPoints } from './access-points.ts';
import facts from './facts.json' with { type: 'json' };
import { shareLife, snapshotLife } from './life-cycles.ts';
import { words } from './words.ts';

const whole = { style: 'none' } as const;
const simulate = {
  as: 'collection',
  lives: { field: 'status', first: 'CREATING', last: 'ACTIVE', seconds: 30 },
} as const;

const region = { region: argument('region') };
const itself = read('nfs_get', { nfs_id: argument('nfs_id') }, region);
const snapshotItself = read(
  'nfs_get_snapshot',
  { nfs_snapshot_id: argument('nfs_snapshot_id') },
  region,
);

const ofType = (...is: readonly [string, ...string[]]) => ({ argument: 'type', is }) as const;

export default describeArea(facts, words, {
  nfs_list: {
    title: 'List NFS shares',
    description: 'Lists file shares with size, state, VPCs, and the host and path to mount.',
    reply: { kind: 'list', key: 'shares', paging: whole },
    view: {
      columns: [
        'id',
        'name',
        'size_gib',
        'region',
        'status',
        'performance_tier',
        'vpc_ids',
        'host',
        'mount_path',
        'created_at',
      ],
    },
    simulate,
    says: { region: 'Only shares in this region.' },
  },
  nfs_get: {
    title: 'Get an NFS share',
    description:
      'Shows one file share with its access points; host and mount_path are what a client mounts.',
    reply: object('share'),
    watch: { ...shareLife, poll: itself },
    simulate,
  },
  nfs_create: {
    title: 'Create an NFS share',
    description:
      'Creates a file share of at least 50 GiB that everything in the VPCs can mount; billing starts now ($0.30 per GiB a month).',
    effect: 'write',
    cost: 'starts',
    reply: object('share'),
    watch: {
      ...shareLife,
      poll: read('nfs_get', { nfs_id: reply('share.id') }, { region: reply('share.region') }),
      missing: 'wait',
    },
    simulate,
    says: {
      name: 'Name of the share.',
      region: 'Region slug; not every region has NFS.',
      size_gib: 'Size in GiB.',
    },
  },
  nfs_delete: {
    title: 'Delete an NFS share',
    description: 'Deletes a file share and all its files for good; unmount it everywhere first.',
    cost: 'stops',
    reply: nothing,
    watch: { ...shareLife, poll: itself, done: ['DELETED'], missing: 'done', usually: 30 },
    simulate,
  },
  nfs_create_action: {
    title: 'Act on an NFS share',
    description:
      'Resizes or snapshots a share, attaches it to a VPC, detaches or moves it, or changes its performance tier; what has it mounted loses it on detach.',
    conditions: [
      valued('type', ['resize', 'switch_performance_tier'], { cost: 'raises' }),
      valued('type', ['snapshot'], { cost: 'starts' }),
    ],
    rules: [
      { kind: 'needs', when: ofType('resize'), arguments: ['params.size_gib'] },
      { kind: 'needs', when: ofType('snapshot'), arguments: ['params.name'] },
      { kind: 'needs', when: ofType('attach', 'detach'), arguments: ['params.vpc_id'] },
      {
        kind: 'needs',
        when: ofType('reassign'),
        arguments: ['params.old_vpc_id', 'params.new_vpc_id'],
      },
      {
        kind: 'needs',
        when: ofType('switch_performance_tier'),
        arguments: ['params.performance_tier'],
      },
      { kind: 'only', arguments: ['params.size_gib'], when: ofType('resize') },
      { kind: 'only', arguments: ['params.name'], when: ofType('snapshot') },
      { kind: 'only', arguments: ['params.vpc_id'], when: ofType('attach', 'detach') },
      {
        kind: 'only',
        arguments: ['params.old_vpc_id', 'params.new_vpc_id'],
        when: ofType('reassign'),
      },
      {
        kind: 'only',
        arguments: ['params.performance_tier'],
        when: ofType('switch_performance_tier'),
      },
    ],
    effect: 'write',
    reply: object('action'),
    // No call reads an action again; the share tells when it is ready for use.
    watch: { ...shareLife, poll: itself, settles: 15 },
    says: { type: 'What to do.' },
  },
  nfs_list_snapshot: {
    title: 'List NFS snapshots',
    description:
      'Lists snapshots of file shares; nfs_create_action takes one. No call makes a share of a snapshot.',
    reply: { kind: 'list', key: 'snapshots', paging: whole },
    view: { columns: ['id', 'name', 'share_id', 'size_gib', 'region', 'status', 'created_at'] },
    says: { region: 'Only snapshots in this region.', share_id: 'Only snapshots of this share.' },
  },
  nfs_get_snapshot: {
    title: 'Get an NFS snapshot',
    description: 'Shows one snapshot of a file share.',
    reply: object('snapshot'),
    watch: { ...snapshotLife, poll: snapshotItself },
  },
  nfs_delete_snapshot: {
    title: 'Delete an NFS snapshot',
    description: 'Deletes a snapshot of a file share for good; the share stays.',
    cost: 'stops',
    reply: nothing,
    watch: {
      ...snapshotLife,
      poll: snapshotItself,
      done: ['DELETED'],
      missing: 'done',
      usually: 30,
    },
  },
  ...accessPoints,
});
