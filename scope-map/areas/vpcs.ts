// VPC networks.
import { type Endpoint, endpoint, pagedList } from '../endpoint.ts';

/** Endpoints of the area `vpcs`. */
export const vpcs: readonly Endpoint[] = [
  endpoint({
    id: 'vpcs_list',
    area: 'vpcs',
    method: 'GET',
    path: '/v2/vpcs',
    title: 'List VPC networks',
    description: 'Lists private networks with region and address range.',
    requires: [['vpc:read']],
    effect: 'read',
    reply: pagedList('vpcs'),
  }),
  endpoint({
    id: 'vpcs_get',
    area: 'vpcs',
    method: 'GET',
    path: '/v2/vpcs/{vpc_id}',
    title: 'Get a VPC network',
    description: 'Shows one private network.',
    requires: [['vpc:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'vpc' },
  }),
];
