// Block storage volumes and what can be done with them.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import type { View } from '../../endpoint/reply.ts';
import { describeArea } from '../../entry/area-map.ts';
import { given, needs, valued } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { keepVolume } from '../../entry/keeps.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import { actionList } from '../../entry/views.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const view: View = { drops: ['region.sizes', 'region.features', 'region.available'] };

const actionView: View = { drops: ['region'] };

const actionLife: Omit<LifeCycle, 'poll'> = {
  state: 'action.status',
  done: ['completed'],
  failed: ['errored'],
  usually: 15,
  what: 'volume action',
};

const ofType = (...is: readonly [string, ...string[]]) => ({ argument: 'type', is }) as const;

const actionSays = {
  type: 'What to do.',
  droplet_id: 'Droplet to attach to or detach from.',
  tags: 'Tags for the volume (attach).',
};

export default describeArea(facts, words, {
  volumes_list: {
    title: 'List volumes',
    description:
      'Lists volumes with size and the Droplet each is attached to; name with region finds one.',
    reply: pagedList('volumes'),
    view: {
      columns: [
        'id',
        'name',
        'size_gigabytes',
        { name: 'region_slug', at: 'region.slug' },
        'droplet_ids',
        'tags',
        'filesystem_type',
        'filesystem_label',
        'description',
        'created_at',
      ],
    },
    says: { name: 'Only the volume of this name.', region: 'Only volumes in this region.' },
  },
  volumes_get: {
    title: 'Get a volume',
    description: 'Shows one volume; droplet_ids tells where it is attached.',
    reply: object('volume'),
    view,
  },
  volumes_create: {
    title: 'Create a volume',
    description:
      'Creates a volume, empty or from a snapshot; billing starts now ($0.10 per GiB a month). Attach it with volume_actions_post_by_id.',
    conditions: [given('tags', needs('tag:create'))],
    rules: [
      {
        kind: 'needs',
        when: { argument: 'snapshot_id', absent: true },
        arguments: ['region', 'size_gigabytes'],
      },
      { kind: 'needs', when: { argument: 'filesystem_label' }, arguments: ['filesystem_type'] },
      {
        kind: 'longest',
        argument: 'filesystem_label',
        length: 12,
        when: { argument: 'filesystem_type', is: ['xfs'] },
      },
    ],
    effect: 'write',
    cost: 'starts',
    reply: object('volume'),
    view,
    notes: [
      {
        when: { argument: 'snapshot_id' },
        says: 'The volume has the size of its snapshot, whatever size was asked for, and its files: do not format it. volume_actions_post_by_id makes it larger.',
      },
    ],
    says: {
      name: 'Name, unique in the region.',
      region: 'Region slug; with snapshot_id that of the snapshot.',
      size_gigabytes: 'Size in GiB, grows only; ignored with snapshot_id.',
    },
  },
  volumes_delete: {
    keep: keepVolume,
    title: 'Delete a volume',
    description: 'Deletes a volume and its data for good; detach it first.',
    cost: 'stops',
    reply: nothing,
  },
  volumes_delete_byName: {
    title: 'Delete a volume by name',
    description:
      'Deletes the volume of this name in this region with all its data, for good; detach it first.',
    cost: 'stops',
    reply: nothing,
    repeatable: false,
    says: { name: 'Name of the volume.' },
  },
  volumeActions_post_byId: {
    title: 'Attach, detach or resize a volume',
    description:
      'Attaches a volume to a Droplet of its region, detaches it (unmount first) or makes it larger.',
    conditions: [
      valued('type', ['resize'], { cost: 'raises' }),
      given('tags', needs('tag:create')),
    ],
    rules: [
      { kind: 'needs', when: ofType('attach', 'detach'), arguments: ['droplet_id'] },
      { kind: 'needs', when: ofType('resize'), arguments: ['size_gigabytes'] },
      { kind: 'only', arguments: ['droplet_id'], when: ofType('attach', 'detach') },
      { kind: 'only', arguments: ['tags'], when: ofType('attach') },
      { kind: 'only', arguments: ['size_gigabytes'], when: ofType('resize') },
    ],
    effect: 'write',
    reply: object('action'),
    view: actionView,
    watch: {
      ...actionLife,
      poll: read('volumeActions_get', {
        volume_id: argument('volume_id'),
        action_id: reply('action.id'),
      }),
    },
    says: { ...actionSays, size_gigabytes: 'New size in GiB (resize); cannot be undone.' },
  },
  volumeActions_post: {
    title: 'Attach or detach a volume by name',
    description:
      'Attaches the volume of this name to a Droplet of its region, or detaches it (unmount first).',
    conditions: [given('tags', needs('tag:create'))],
    rules: [{ kind: 'only', arguments: ['tags'], when: ofType('attach') }],
    effect: 'write',
    reply: object('action'),
    view: actionView,
    // The reply does not name the volume, so only the general list of actions can be asked.
    watch: { ...actionLife, poll: read('actions_get', { action_id: reply('action.id') }) },
    says: actionSays,
  },
  volumeActions_list: {
    title: "List a volume's actions",
    description: 'Lists what was done to a volume.',
    reply: pagedList('actions'),
    view: actionList,
  },
  volumeActions_get: {
    title: 'Get a volume action',
    description: 'Shows how far an action on a volume is; wait_seconds waits for its end.',
    reply: object('action'),
    view: actionView,
    watch: {
      ...actionLife,
      poll: read('volumeActions_get', {
        volume_id: argument('volume_id'),
        action_id: argument('action_id'),
      }),
    },
  },
});
