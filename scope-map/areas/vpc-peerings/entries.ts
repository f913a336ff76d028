// VPC peerings: two private networks that reach each other.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'vpc_peering.status',
  done: ['ACTIVE'],
  failed: [],
  usually: 30,
  what: 'VPC peering',
};

const itself = read('vpcPeerings_get', { vpc_peering_id: argument('vpc_peering_id') });

export default describeArea(facts, words, {
  vpcPeerings_list: {
    title: 'List VPC peerings',
    description:
      'Lists peerings with the two private networks of each; vpcs_list_peerings lists those of one network.',
    reply: pagedList('vpc_peerings'),
    view: { columns: ['id', 'name', 'status', 'vpc_ids', 'created_at'] },
    says: { region: 'Only peerings of networks in this region.' },
    simulate: { as: 'collection' },
  },
  vpcPeerings_create: {
    title: 'Peer two VPC networks',
    description:
      'Joins two private networks whose address ranges do not overlap; traffic between datacenters costs $0.01 a GiB.',
    effect: 'write',
    reply: object('vpc_peering'),
    watch: {
      ...life,
      poll: read('vpcPeerings_get', { vpc_peering_id: reply('vpc_peering.id') }),
      missing: 'wait',
    },
    simulate: {
      as: 'collection',
      lives: { field: 'status', first: 'PROVISIONING', last: 'ACTIVE', seconds: 10 },
    },
  },
  vpcPeerings_get: {
    title: 'Get a VPC peering',
    description: 'Shows one peering: the two private networks and whether it is active.',
    reply: object('vpc_peering'),
    watch: { ...life, poll: itself },
    simulate: { as: 'collection' },
  },
  vpcPeerings_patch: {
    title: 'Rename a VPC peering',
    description:
      'Renames a peering; to join other networks, make a new one with vpc_peerings_create.',
    effect: 'write',
    reply: object('vpc_peering'),
    simulate: { as: 'collection' },
  },
  vpcPeerings_delete: {
    title: 'Delete a VPC peering',
    description:
      'Deletes a peering: the two private networks stay, but no longer reach each other.',
    reply: object('vpc_peering'),
    watch: { ...life, done: [], poll: itself, missing: 'done' },
    simulate: { as: 'collection' },
  },
});
