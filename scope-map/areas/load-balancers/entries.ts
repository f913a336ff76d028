// Load balancers.
import { describeArea } from '../../entry/area-map.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { life, view, whole, wholeSays } from './settings.ts';
import { words } from './words.ts';

export default describeArea(facts, words, {
  loadBalancers_list: {
    title: 'List load balancers',
    description: 'Lists load balancers with address, state and rules.',
    reply: pagedList('load_balancers'),
    view,
  },
  loadBalancers_get: {
    title: 'Get a load balancer',
    description: 'Shows one load balancer; it has its address once active.',
    reply: object('load_balancer'),
    view,
    watch: { ...life, poll: read('loadBalancers_get', { lb_id: argument('lb_id') }) },
  },
  loadBalancers_create: {
    title: 'Create a load balancer',
    description:
      'Creates a load balancer in front of Droplets, named by id or by tag; billing starts now, per node (size_unit).',
    rules: whole,
    effect: 'write',
    cost: 'starts',
    reply: object('load_balancer'),
    view,
    watch: {
      ...life,
      poll: read('loadBalancers_get', { lb_id: reply('load_balancer.id') }),
      missing: 'wait',
      // Its address comes last.
      until: [
        {
          unless: { argument: 'type', is: ['GLOBAL'] },
          field: 'load_balancer.ip',
          missing: 'it has no address yet',
        },
      ],
    },
    says: wholeSays,
  },
  loadBalancers_delete: {
    title: 'Delete a load balancer',
    description: 'Deletes a load balancer and its address for good; the Droplets behind it stay.',
    cost: 'stops',
    reply: nothing,
  },
});
