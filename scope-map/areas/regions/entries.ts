// Regions: the datacenters where resources can be.
import { describeArea } from '../../entry/area-map.ts';
import { pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

export default describeArea(
  facts,
  {},
  {
    regions_list: {
      title: 'List regions',
      description: 'Lists regions with slug, features and whether new Droplets can be made there.',
      reply: pagedList('regions'),
      view: { columns: ['slug', 'name', 'available', 'features'] },
    },
  },
);
