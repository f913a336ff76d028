// BYOIP prefixes: address ranges of one's own that DigitalOcean announces.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { valued } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// The states are free text: only the good one is known, and a reason is given where it failed.
const life: Omit<LifeCycle, 'poll'> = {
  state: 'byoip_prefix.status',
  done: ['active'],
  failed: ['failed', 'error'],
  message: 'byoip_prefix.failure_reason',
  usually: 600,
  what: 'prefix',
};

const itself = read('byoipPrefixes_get', { byoip_prefix_uuid: argument('byoip_prefix_uuid') });

export default describeArea(facts, words, {
  byoipPrefixes_list: {
    title: 'List BYOIP prefixes',
    description:
      'Lists address ranges that the team brought along, with their state and whether they are announced.',
    reply: pagedList('byoip_prefixes'),
    view: {
      columns: [
        'uuid',
        'prefix',
        'name',
        'region',
        'status',
        'advertised',
        'locked',
        'failure_reason',
        'project_id',
      ],
    },
    simulate: { as: 'collection', by: 'uuid' },
  },
  byoipPrefixes_create: {
    title: 'Bring an address range',
    description:
      'Starts bringing an IPv4 range of your own to a region, free of charge; it is checked before it becomes active.',
    effect: 'write',
    reply: object(null),
    watch: {
      ...life,
      poll: read('byoipPrefixes_get', {
        // The document's schema has it bare, its example in an envelope.
        byoip_prefix_uuid: reply('uuid', 'byoip_prefix.uuid'),
      }),
      missing: 'wait',
    },
    simulate: {
      as: 'collection',
      by: 'uuid',
      lives: { field: 'status', first: 'in_progress', last: 'active', seconds: 30 },
    },
  },
  byoipPrefixes_get: {
    title: 'Get a BYOIP prefix',
    description:
      'Shows one brought address range: its checks, why it failed, and whether it is announced.',
    reply: object('byoip_prefix'),
    watch: { ...life, poll: itself },
    simulate: { as: 'collection', by: 'uuid' },
  },
  byoipPrefixes_patch: {
    title: 'Announce a BYOIP prefix or stop it',
    description:
      'Starts announcing a brought address range to the internet, or stops it, after which none of its addresses is reached.',
    conditions: [
      valued('advertise', [false], {
        effect: 'destroy',
        loses: 'takes the announcement back, so that no address of the range is reached',
      }),
    ],
    effect: 'write',
    reply: object('byoip_prefix'),
  },
  byoipPrefixes_delete: {
    title: 'Remove a BYOIP prefix',
    description:
      'Removes a brought address range from the team; take its addresses off Droplets first (byoip_prefixes_list_resources).',
    reply: nothing,
    watch: { ...life, done: [], poll: itself, missing: 'done' },
    simulate: { as: 'collection', by: 'uuid' },
  },
  byoipPrefixes_list_resources: {
    title: 'List used BYOIP addresses',
    description: 'Lists which addresses of a brought range are in use, and by which Droplet.',
    reply: pagedList('ips'),
    view: { columns: ['id', 'byoip', 'region', 'resource', 'assigned_at'] },
  },
});
