// Changes of load balancers.
import { describeArea } from '../../../entry/area-map.ts';
import { absent, given } from '../../../entry/conditions.ts';
import { argument, read } from '../../../entry/follow-ups.ts';
import { nothing, object } from '../../../entry/replies.ts';
import { forwarding, life, view, whole, wholeSays } from '../settings.ts';
import { words } from '../words.ts';
import facts from './facts.json' with { type: 'json' };

const byTagHints = [
  {
    status: 422,
    next: 'A load balancer that goes by a tag takes no single Droplets: tag the Droplet with tags_assign_resources instead.',
  },
] as const;

export default describeArea(facts, words, {
  loadBalancers_update: {
    title: 'Replace a load balancer',
    description:
      'Replaces the settings of a load balancer as a whole: what is left out goes back to its default. Start from load_balancers_get; for Droplets or rules alone use the calls that add and remove them.',
    conditions: [
      absent('droplet_ids', 'takes away the Droplets that it names by id'),
      absent('firewall', 'takes away its rules for who may connect'),
      given('size_unit', { cost: 'raises' }),
    ],
    rules: whole,
    effect: 'write',
    reply: object('load_balancer'),
    view,
    // Right after the change the state may still be the one from before.
    watch: {
      ...life,
      settles: 5,
      poll: read('loadBalancers_get', { lb_id: argument('lb_id') }),
    },
    says: { ...wholeSays, region: 'Slug of the region that it is in.' },
  },
  loadBalancers_delete_cache: {
    title: 'Purge the cache of a load balancer',
    description:
      'Drops everything that the CDN of a GLOBAL load balancer has cached; visitors get fresh answers, and targets more requests for a while.',
    reply: nothing,
  },
  loadBalancers_add_droplets: {
    title: 'Add Droplets to a load balancer',
    description:
      'Sends traffic of a load balancer to further Droplets of its region; not where it goes by a tag.',
    effect: 'write',
    reply: nothing,
    hints: byTagHints,
    says: { droplet_ids: 'Droplets to add.' },
  },
  loadBalancers_remove_droplets: {
    title: 'Remove Droplets from a load balancer',
    description:
      'Stops sending traffic of a load balancer to these Droplets, which stay; without any left, visitors get errors.',
    reply: nothing,
    says: { droplet_ids: 'Droplets to remove.' },
  },
  loadBalancers_add_forwardingRules: {
    title: 'Add forwarding rules',
    description:
      'Opens further ports of a load balancer and leaves its other rules; TLS that ends there needs a certificate_id.',
    rules: [forwarding],
    effect: 'write',
    reply: nothing,
  },
  loadBalancers_remove_forwardingRules: {
    title: 'Remove forwarding rules',
    description:
      'Closes ports of a load balancer; give each rule exactly as load_balancers_get shows it. One rule must stay.',
    rules: [forwarding],
    reply: nothing,
    says: { forwarding_rules: 'Rules to take out.' },
  },
});
