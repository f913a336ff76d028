// Droplet actions: power, size, backups, snapshots and the like of a running Droplet.

import type { LifeCycle, Passing } from '../../endpoint.ts';
import { describeArea } from '../../entry/area-map.ts';
import { pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'action.status',
  done: ['completed'],
  failed: ['errored'],
  usually: 30,
  what: 'action',
};

// One Droplet runs one event at a time; the refusal says that nothing was done.
const pendingEvent: Passing = { status: 422, says: 'pending event', within: 300 };

export default describeArea(facts, words, {
  dropletActions_list: {
    title: "List a Droplet's actions",
    description:
      'Lists what was done to a Droplet, newest first; tells whether something still runs.',
    reply: pagedList('actions'),
    view: { drops: ['region'] },
  },
  dropletActions_get: {
    title: 'Get a Droplet action',
    description: 'Shows how far an action on a Droplet is; wait_seconds waits for its end.',
    reply: { kind: 'object', key: 'action' },
    view: { drops: ['region'] },
    watch: {
      ...life,
      poll: {
        operation: 'dropletActions_get',
        path: { droplet_id: { argument: 'droplet_id' }, action_id: { argument: 'action_id' } },
      },
    },
  },
  dropletActions_post: {
    title: 'Act on a Droplet',
    description:
      'Starts an action on one Droplet. rebuild and restore overwrite the disk; password_reset replaces the root password; power_off and power_cycle cut power hard, so try shutdown first; resize needs it off; snapshot, resize and backups cost money.',
    conditions: [
      {
        when: { argument: 'type', is: ['rebuild', 'restore'] },
        needs: ['droplet:admin'],
        effect: 'destroy',
      },
      // The old root password cannot be had back: whoever relied on it is locked out.
      {
        when: { argument: 'type', is: ['password_reset'] },
        needs: ['droplet:admin'],
        effect: 'destroy',
      },
      { when: { argument: 'type', is: ['resize'] }, needs: ['droplet:create'], cost: 'raises' },
      { when: { argument: 'type', is: ['snapshot'] }, needs: ['image:create'], cost: 'starts' },
      {
        when: { argument: 'type', is: ['enable_backups', 'change_backup_policy'] },
        cost: 'raises',
      },
      { when: { argument: 'type', is: ['disable_backups'] }, cost: 'stops' },
    ],
    rules: [
      {
        kind: 'needs',
        when: { argument: 'type', is: ['rebuild', 'restore'] },
        arguments: ['image'],
      },
      { kind: 'needs', when: { argument: 'type', is: ['resize'] }, arguments: ['size'] },
      { kind: 'needs', when: { argument: 'type', is: ['rename'] }, arguments: ['name'] },
      { kind: 'needs', when: { argument: 'type', is: ['change_kernel'] }, arguments: ['kernel'] },
      {
        kind: 'needs',
        when: { argument: 'type', is: ['change_backup_policy'] },
        arguments: ['backup_policy'],
      },
      {
        kind: 'only',
        arguments: ['image'],
        when: { argument: 'type', is: ['rebuild', 'restore'] },
      },
      { kind: 'only', arguments: ['size', 'disk'], when: { argument: 'type', is: ['resize'] } },
      { kind: 'only', arguments: ['name'], when: { argument: 'type', is: ['rename', 'snapshot'] } },
      { kind: 'only', arguments: ['kernel'], when: { argument: 'type', is: ['change_kernel'] } },
      {
        kind: 'only',
        arguments: ['backup_policy'],
        when: { argument: 'type', is: ['enable_backups', 'change_backup_policy'] },
      },
      {
        kind: 'excludes',
        when: { argument: 'backup_policy.plan', is: ['daily'] },
        arguments: ['backup_policy.weekday'],
      },
    ],
    effect: 'write',
    reply: { kind: 'object', key: 'action' },
    view: { drops: ['region'] },
    watch: {
      ...life,
      poll: {
        operation: 'dropletActions_get',
        path: { droplet_id: { argument: 'droplet_id' }, action_id: { reply: 'action.id' } },
      },
    },
    passing: [pendingEvent],
    says: {
      type: 'What to do.',
      name: 'New name (rename) or snapshot name.',
      size: 'New size slug (resize).',
      image: 'Image id or slug (rebuild), backup id (restore).',
      disk: 'resize: grow the disk too, which cannot be undone.',
      backup_policy: 'When to back up (enable_backups, change_backup_policy).',
    },
  },
});
