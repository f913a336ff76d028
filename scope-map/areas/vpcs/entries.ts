// VPC networks.
import { describeArea } from '../../entry/area-map.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  vpcs_list: {
    title: 'List VPC networks',
    description: 'Lists private networks with region and address range.',
    reply: pagedList('vpcs'),
    view: { columns: ['id', 'name', 'region', 'ip_range', 'default', 'description', 'created_at'] },
  },
  vpcs_get: {
    title: 'Get a VPC network',
    description: 'Shows one private network.',
    reply: object('vpc'),
  },
});
