// VPC NAT gateways: the way out for Droplets without a public address.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { absent } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'vpc_nat_gateway.state',
  done: ['ACTIVE'],
  failed: ['ERROR', 'INVALID'],
  usually: 120,
  what: 'NAT gateway',
};

const itself = read('vpcnatgateways_get', { id: argument('id') });

export default describeArea(facts, words, {
  vpcnatgateways_list: {
    title: 'List NAT gateways',
    description:
      'Lists VPC NAT gateways with the networks behind each and the public addresses that they go out with.',
    reply: pagedList('vpc_nat_gateways'),
    says: {
      name: 'Only the gateway of this name.',
      region: 'Only gateways in this region.',
      state: 'Only gateways in this state.',
      type: 'Only gateways of this kind.',
    },
    simulate: { as: 'collection' },
  },
  vpcnatgateways_create: {
    title: 'Create a NAT gateway',
    description:
      'Creates a NAT gateway so that Droplets of a VPC reach the internet through one address; billing starts now ($40 a month per size).',
    effect: 'write',
    cost: 'starts',
    reply: object('vpc_nat_gateway'),
    watch: {
      ...life,
      poll: read('vpcnatgateways_get', { id: reply('vpc_nat_gateway.id') }),
      missing: 'wait',
    },
    simulate: {
      as: 'collection',
      lives: { field: 'state', first: 'NEW', last: 'ACTIVE', seconds: 30 },
    },
  },
  vpcnatgateways_get: {
    title: 'Get a NAT gateway',
    description: 'Shows one NAT gateway; read it before vpcnatgateways_update.',
    reply: object('vpc_nat_gateway'),
    watch: { ...life, poll: itself },
    simulate: { as: 'collection' },
  },
  vpcnatgateways_update: {
    title: 'Replace a NAT gateway',
    description:
      'Replaces the settings of a NAT gateway as a whole. Start from vpcnatgateways_get and send back its vpcs and timeouts; a larger size costs more.',
    conditions: [absent('vpcs', 'takes the gateway away from its VPC networks')],
    effect: 'write',
    cost: 'raises',
    reply: object('vpc_nat_gateway'),
    watch: { ...life, settles: 5, poll: itself },
  },
  vpcnatgateways_delete: {
    title: 'Delete a NAT gateway',
    description:
      'Deletes a NAT gateway and its public address: Droplets that go out through it lose the internet.',
    cost: 'stops',
    reply: nothing,
    watch: { ...life, done: [], poll: itself, missing: 'done' },
    simulate: { as: 'collection' },
  },
});
