// Sizes of Droplets and Kubernetes nodes, with their prices.
import { describeArea } from '../../entry/area-map.ts';
import { pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

export default describeArea(
  facts,
  {},
  {
    sizes_list: {
      title: 'List sizes',
      description:
        'Lists Droplet sizes with prices in US dollars, memory in MiB, vCPUs and regions, not in order of price; cluster nodes take only some.',
      reply: pagedList('sizes'),
      view: {
        columns: [
          'slug',
          'memory',
          'vcpus',
          'disk',
          'transfer',
          'price_monthly',
          'price_hourly',
          'available',
          'description',
          'regions',
        ],
      },
    },
  },
);
