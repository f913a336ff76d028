// Regions: the datacenters where resources can be.
import { type Endpoint, endpoint, pagedList } from '../endpoint.ts';

/** Endpoints of the area `regions`. */
export const regions: readonly Endpoint[] = [
  endpoint({
    id: 'regions_list',
    area: 'regions',
    method: 'GET',
    path: '/v2/regions',
    title: 'List regions',
    description: 'Lists regions with slug, features and whether new Droplets can be made there.',
    requires: [['regions:read']],
    effect: 'read',
    reply: pagedList('regions'),
    view: { drops: ['sizes'] },
  }),
];
