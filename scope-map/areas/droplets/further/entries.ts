// Droplets: when they are backed up, what shares a machine with them, and what can go with them.
import { describeArea } from '../../../entry/area-map.ts';
import { object } from '../../../entry/replies.ts';
import { destructions } from './destructions.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const whole = { style: 'none' } as const;

export default describeArea(facts, words, {
  droplets_get_backup_policy: {
    title: "Get a Droplet's backup policy",
    description:
      'Shows whether a Droplet is backed up, when, and how long backups are kept; droplet_actions_post changes it.',
    reply: object('policy'),
  },
  droplets_list_backup_policies: {
    title: 'List backup policies of all Droplets',
    description: 'Lists for every Droplet whether it is backed up, by which plan, and when next.',
    reply: {
      kind: 'list',
      key: 'policies',
      paging: { style: 'links', largest: 200 },
      map: true,
    },
    view: {
      columns: [
        'droplet_id',
        'backup_enabled',
        { name: 'plan', at: 'backup_policy.plan' },
        { name: 'weekday', at: 'backup_policy.weekday' },
        { name: 'hour', at: 'backup_policy.hour' },
        { name: 'retention_days', at: 'backup_policy.retention_period_days' },
        { name: 'next_start', at: 'next_backup_window.start' },
      ],
    },
  },
  droplets_list_supported_backup_policies: {
    title: 'List backup plans',
    description:
      'Lists the plans that a backup policy may have, with hours, days and how long backups are kept.',
    reply: { kind: 'list', key: 'supported_policies', paging: whole },
  },
  droplets_list_neighbors: {
    title: "List a Droplet's neighbours",
    description:
      'Lists your Droplets that share the physical machine of one: they would fail together.',
    reply: { kind: 'list', key: 'droplets', paging: whole },
    view: {
      columns: [
        'id',
        'name',
        'status',
        { name: 'region_slug', at: 'region.slug' },
        'size_slug',
        'tags',
      ],
    },
  },
  droplets_list_neighborsIds: {
    title: 'List all neighbouring Droplets',
    description:
      'Shows which of your Droplets share a physical machine, as groups of ids; droplets_list_neighbors asks for one.',
    reply: object(null),
  },
  ...destructions,
});
