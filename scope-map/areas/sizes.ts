// Sizes of Droplets and Kubernetes nodes, with their prices.
import { type Endpoint, endpoint, pagedList } from '../endpoint.ts';

/** Endpoints of the area `sizes`. */
export const sizes: readonly Endpoint[] = [
  endpoint({
    id: 'sizes_list',
    area: 'sizes',
    method: 'GET',
    path: '/v2/sizes',
    title: 'List sizes',
    description:
      'Lists Droplet and node sizes with prices in US dollars, memory in MiB, vCPUs and regions.',
    requires: [['sizes:read', 'regions:read']],
    effect: 'read',
    reply: pagedList('sizes'),
    view: { drops: ['disk_info'] },
  }),
];
