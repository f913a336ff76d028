// Block storage volumes and what can be done with them.

import type { LifeCycle, Passing, View } from '../../endpoint.ts';
import { describeArea } from '../../entry/area-map.ts';
import { pagedList } from '../../entry/replies.ts';
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

// Attaching and detaching wait for their turn while the Droplet is busy; nothing was done.
const pendingEvent: Passing = { status: 422, says: 'pending event', within: 300 };

export default describeArea(facts, words, {
  volumes_list: {
    title: 'List volumes',
    description:
      'Lists volumes with size and the Droplet each is attached to; name with region finds one.',
    reply: pagedList('volumes'),
    view,
    says: { name: 'Only the volume of this name.', region: 'Only volumes in this region.' },
  },
  volumes_get: {
    title: 'Get a volume',
    description: 'Shows one volume; droplet_ids tells where it is attached.',
    reply: { kind: 'object', key: 'volume' },
    view,
  },
  volumes_create: {
    title: 'Create a volume',
    description:
      'Creates a volume, empty or from a snapshot; billing starts now ($0.10 per GiB a month). Attach it with volume_actions_post_by_id.',
    conditions: [{ when: { argument: 'tags' }, needs: ['tag:create'] }],
    rules: [
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
    reply: { kind: 'object', key: 'volume' },
    view,
    says: {
      name: 'Name, unique in the region.',
      size_gigabytes: 'Size in GiB; it can grow later, never shrink.',
    },
  },
  volumes_delete: {
    title: 'Delete a volume',
    description: 'Deletes a volume and all its data for good; detach it first.',
    cost: 'stops',
    reply: { kind: 'empty' },
  },
  volumes_delete_byName: {
    title: 'Delete a volume by name',
    description:
      'Deletes the volume of this name in this region with all its data, for good; detach it first.',
    cost: 'stops',
    reply: { kind: 'empty' },
    repeatable: false,
    says: { name: 'Name of the volume.' },
  },
  volumeActions_post_byId: {
    title: 'Attach, detach or resize a volume',
    description:
      'Attaches a volume to a Droplet of its region, detaches it (unmount first) or makes it larger.',
    conditions: [
      { when: { argument: 'type', is: ['resize'] }, cost: 'raises' },
      { when: { argument: 'tags' }, needs: ['tag:create'] },
    ],
    rules: [
      {
        kind: 'needs',
        when: { argument: 'type', is: ['attach', 'detach'] },
        arguments: ['droplet_id'],
      },
      { kind: 'needs', when: { argument: 'type', is: ['resize'] }, arguments: ['size_gigabytes'] },
      {
        kind: 'only',
        arguments: ['droplet_id'],
        when: { argument: 'type', is: ['attach', 'detach'] },
      },
      { kind: 'only', arguments: ['tags'], when: { argument: 'type', is: ['attach'] } },
      { kind: 'only', arguments: ['size_gigabytes'], when: { argument: 'type', is: ['resize'] } },
    ],
    effect: 'write',
    reply: { kind: 'object', key: 'action' },
    view: actionView,
    watch: {
      ...actionLife,
      poll: {
        operation: 'volumeActions_get',
        path: { volume_id: { argument: 'volume_id' }, action_id: { reply: 'action.id' } },
      },
    },
    passing: [pendingEvent],
    says: {
      type: 'What to do.',
      size_gigabytes: 'New size in GiB (resize); cannot be undone.',
      droplet_id: 'Droplet to attach to or detach from.',
      tags: 'Tags for the volume (attach).',
    },
  },
  volumeActions_post: {
    title: 'Attach or detach a volume by name',
    description:
      'Attaches the volume of this name to a Droplet of its region, or detaches it (unmount first).',
    conditions: [{ when: { argument: 'tags' }, needs: ['tag:create'] }],
    rules: [{ kind: 'only', arguments: ['tags'], when: { argument: 'type', is: ['attach'] } }],
    effect: 'write',
    reply: { kind: 'object', key: 'action' },
    view: actionView,
    // The reply does not name the volume, so only the general list of actions can be asked.
    watch: {
      ...actionLife,
      poll: { operation: 'actions_get', path: { action_id: { reply: 'action.id' } } },
    },
    passing: [pendingEvent],
    says: {
      type: 'What to do.',
      droplet_id: 'Droplet to attach to or detach from.',
      tags: 'Tags for the volume (attach).',
    },
  },
  volumeActions_list: {
    title: "List a volume's actions",
    description: 'Lists what was done to a volume.',
    reply: pagedList('actions'),
    view: actionView,
  },
  volumeActions_get: {
    title: 'Get a volume action',
    description: 'Shows how far an action on a volume is.',
    reply: { kind: 'object', key: 'action' },
    view: actionView,
    watch: {
      ...actionLife,
      poll: {
        operation: 'volumeActions_get',
        path: { volume_id: { argument: 'volume_id' }, action_id: { argument: 'action_id' } },
      },
    },
  },
});
