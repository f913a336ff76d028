// Cloud firewalls.
import { describeArea } from '../../entry/area-map.ts';
import { absent, given, needs } from '../../entry/conditions.ts';
import { read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { itself, life, portsPerRule, someRule } from './guard.ts';
import { words } from './words.ts';

const tagged = [
  given('tags', needs('tag:read', 'tag:create')),
  given('inbound_rules.sources.tags', needs('tag:read', 'tag:create')),
  given('outbound_rules.destinations.tags', needs('tag:read', 'tag:create')),
];

// Replacing a firewall fails unless the token may read everything that the new one names.
const named = [
  given('droplet_ids', needs('droplet:read')),
  given('inbound_rules.sources.droplet_ids', needs('droplet:read')),
  given('inbound_rules.sources.load_balancer_uids', needs('load_balancer:read')),
  given('inbound_rules.sources.kubernetes_ids', needs('kubernetes:read')),
  given('outbound_rules.destinations.droplet_ids', needs('droplet:read')),
  given('outbound_rules.destinations.load_balancer_uids', needs('load_balancer:read')),
  given('outbound_rules.destinations.kubernetes_ids', needs('kubernetes:read')),
];

// Whatever a replacement does not name is cleared.
const cleared = [
  absent('droplet_ids', 'takes the firewall off the Droplets it guards by id'),
  absent('tags', 'takes the firewall off its tags'),
  absent('inbound_rules', 'takes away all rules for what may come in'),
  absent('outbound_rules', 'takes away all rules for what may go out'),
];

const says = {
  name: 'Name, unique in the team: letters, digits, "." and "-".',
  droplet_ids: 'Droplets to guard, at most 10.',
  tags: 'Existing tags whose Droplets to guard.',
};

export default describeArea(facts, words, {
  firewalls_list: {
    title: 'List firewalls',
    description: 'Lists firewalls with their rules and what they guard.',
    reply: pagedList('firewalls'),
  },
  firewalls_get: {
    title: 'Get a firewall',
    description: 'Shows one firewall; read it before firewalls_update.',
    reply: object('firewall'),
    watch: { ...life, poll: itself },
  },
  firewalls_create: {
    title: 'Create a firewall',
    description:
      'Creates a firewall with at least one rule. What no rule allows is blocked: without outbound rules nothing gets out. Firewalls of a Droplet add up, those by its tags too.',
    conditions: tagged,
    rules: [someRule, ...portsPerRule],
    effect: 'write',
    reply: object('firewall'),
    watch: {
      ...life,
      poll: read('firewalls_get', { firewall_id: reply('firewall.id') }),
      missing: 'wait',
    },
    says,
  },
  firewalls_update: {
    title: 'Replace a firewall',
    description:
      'Replaces a firewall as a whole: rules, Droplets and tags left out are cleared. Start from firewalls_list with detail full and send back its name, rules, droplet_ids and tags.',
    conditions: [...tagged, ...named, ...cleared],
    rules: [someRule, ...portsPerRule],
    effect: 'write',
    reply: object('firewall'),
    // Right after the change the state may still be that of the rules before.
    watch: { ...life, settles: 3, poll: itself },
    says,
  },
  firewalls_delete: {
    title: 'Delete a firewall',
    description: 'Deletes a firewall; the Droplets behind it are open unless another guards them.',
    reply: nothing,
  },
});
