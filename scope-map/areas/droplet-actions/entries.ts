// Droplet actions: power, size, backups, snapshots and the like of a running Droplet.
import type { Demand } from '../../endpoint/demand.ts';
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { needs, valued } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { object, pagedList } from '../../entry/replies.ts';
import { actionList } from '../../entry/views.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'action.status',
  done: ['completed'],
  failed: ['errored'],
  usually: 30,
  what: 'action',
};

// A completed action says that it was carried out, not that the machine obeyed: a shutdown may be ignored.
const power: readonly [Demand, ...Demand[]] = [
  {
    when: { argument: 'type', is: ['shutdown'] },
    field: 'droplet.status',
    is: ['off'],
    missing: 'the Droplet is still on: its system has not obeyed the shutdown',
    helps: 'power_off, which cuts its power',
  },
  {
    when: { argument: 'type', is: ['power_off'] },
    field: 'droplet.status',
    is: ['off'],
    missing: 'the Droplet is not off yet',
  },
  {
    when: { argument: 'type', is: ['power_on', 'power_cycle', 'reboot'] },
    field: 'droplet.status',
    is: ['active'],
    missing: 'the Droplet is not on yet',
  },
];

const ofType = (...is: readonly [string, ...string[]]) => ({ argument: 'type', is }) as const;

export default describeArea(facts, words, {
  dropletActions_list: {
    title: "List a Droplet's actions",
    description:
      'Lists what was done to a Droplet, newest first; tells whether something still runs.',
    reply: pagedList('actions'),
    view: actionList,
  },
  dropletActions_get: {
    title: 'Get a Droplet action',
    description: 'Shows how far an action on a Droplet is; wait_seconds waits for its end.',
    reply: object('action'),
    view: { drops: ['region'] },
    watch: {
      ...life,
      poll: read('dropletActions_get', {
        droplet_id: argument('droplet_id'),
        action_id: argument('action_id'),
      }),
    },
  },
  dropletActions_post: {
    title: 'Act on a Droplet',
    description:
      'Starts an action on one Droplet. rebuild and restore overwrite the disk; password_reset replaces the root password; power_off and power_cycle cut power hard, so try shutdown first; resize needs it off; off still costs; snapshot, resize and backups cost money.',
    conditions: [
      valued('type', ['rebuild'], {
        ...needs('droplet:admin'),
        effect: 'destroy',
        loses: 'overwrites everything on its disk',
      }),
      valued('type', ['restore'], {
        ...needs('droplet:admin'),
        effect: 'destroy',
        loses: 'overwrites what its disk holds now',
      }),
      valued('type', ['password_reset'], {
        ...needs('droplet:admin'),
        effect: 'destroy',
        // It cannot be had back: whoever relied on it is locked out.
        loses: 'replaces the root password that it has now',
      }),
      valued('type', ['resize'], { ...needs('droplet:create'), cost: 'raises' }),
      valued('type', ['snapshot'], { ...needs('image:create'), cost: 'starts' }),
      valued('type', ['enable_backups', 'change_backup_policy'], { cost: 'raises' }),
      valued('type', ['disable_backups'], { cost: 'stops' }),
    ],
    rules: [
      { kind: 'needs', when: ofType('rebuild', 'restore'), arguments: ['image'] },
      { kind: 'needs', when: ofType('resize'), arguments: ['size'] },
      { kind: 'needs', when: ofType('rename'), arguments: ['name'] },
      { kind: 'needs', when: ofType('change_kernel'), arguments: ['kernel'] },
      { kind: 'needs', when: ofType('change_backup_policy'), arguments: ['backup_policy'] },
      { kind: 'only', arguments: ['image'], when: ofType('rebuild', 'restore') },
      { kind: 'only', arguments: ['size', 'disk'], when: ofType('resize') },
      { kind: 'only', arguments: ['name'], when: ofType('rename', 'snapshot') },
      { kind: 'only', arguments: ['kernel'], when: ofType('change_kernel') },
      {
        kind: 'only',
        arguments: ['backup_policy'],
        when: ofType('enable_backups', 'change_backup_policy'),
      },
      {
        kind: 'excludes',
        when: { argument: 'backup_policy.plan', is: ['daily'] },
        arguments: ['backup_policy.weekday'],
      },
    ],
    effect: 'write',
    reply: object('action'),
    view: { drops: ['region'] },
    watch: {
      ...life,
      poll: read('dropletActions_get', {
        droplet_id: argument('droplet_id'),
        action_id: reply('action.id'),
      }),
      afterwards: {
        ...read('droplets_get', { droplet_id: argument('droplet_id') }),
        until: power,
        within: 20,
        shown: false,
      },
    },
    says: {
      type: 'What to do.',
      name: 'New name (rename) or snapshot name.',
      size: 'New size slug (resize).',
      image: 'Image id or slug (rebuild), backup id (restore).',
      disk: 'resize: grow the disk too, which cannot be undone.',
      backup_policy:
        'For enable_backups, change_backup_policy; costs 20 % (weekly) or 30 % (daily) of the Droplet.',
    },
  },
});
