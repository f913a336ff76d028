// Cloud firewalls.

import type { Condition, LifeCycle } from '../../endpoint.ts';
import { describeArea } from '../../entry/area-map.ts';
import { pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'firewall.status',
  done: ['succeeded'],
  failed: ['failed'],
  usually: 10,
  what: 'firewall',
};

const tagged: readonly Condition[] = [
  { when: { argument: 'tags' }, needs: ['tag:read', 'tag:create'] },
  { when: { argument: 'inbound_rules.sources.tags' }, needs: ['tag:read', 'tag:create'] },
  { when: { argument: 'outbound_rules.destinations.tags' }, needs: ['tag:read', 'tag:create'] },
];

// Replacing a firewall fails unless the token may read everything that the new one names.
const named: readonly Condition[] = [
  { when: { argument: 'droplet_ids' }, needs: ['droplet:read'] },
  { when: { argument: 'inbound_rules.sources.droplet_ids' }, needs: ['droplet:read'] },
  { when: { argument: 'inbound_rules.sources.load_balancer_uids' }, needs: ['load_balancer:read'] },
  { when: { argument: 'inbound_rules.sources.kubernetes_ids' }, needs: ['kubernetes:read'] },
  { when: { argument: 'outbound_rules.destinations.droplet_ids' }, needs: ['droplet:read'] },
  {
    when: { argument: 'outbound_rules.destinations.load_balancer_uids' },
    needs: ['load_balancer:read'],
  },
  { when: { argument: 'outbound_rules.destinations.kubernetes_ids' }, needs: ['kubernetes:read'] },
];

const says = {
  name: 'Name, unique in the team: letters, digits, "." and "-".',
  droplet_ids: 'Droplets to guard, at most 10.',
  tags: 'Existing tags whose Droplets to guard.',
} as const;

export default describeArea(facts, words, {
  firewalls_list: {
    title: 'List firewalls',
    description: 'Lists firewalls with their rules and what they guard.',
    reply: pagedList('firewalls'),
  },
  firewalls_get: {
    title: 'Get a firewall',
    description: 'Shows one firewall; read it before firewalls_update.',
    reply: { kind: 'object', key: 'firewall' },
    watch: {
      ...life,
      poll: { operation: 'firewalls_get', path: { firewall_id: { argument: 'firewall_id' } } },
    },
  },
  firewalls_create: {
    title: 'Create a firewall',
    description:
      'Creates a firewall with at least one rule. What no rule allows is blocked: without outbound rules nothing gets out.',
    conditions: tagged,
    rules: [{ kind: 'any_of', arguments: ['inbound_rules', 'outbound_rules'] }],
    effect: 'write',
    reply: { kind: 'object', key: 'firewall' },
    watch: {
      ...life,
      poll: { operation: 'firewalls_get', path: { firewall_id: { reply: 'firewall.id' } } },
      missing: 'wait',
    },
    says,
  },
  firewalls_update: {
    title: 'Replace a firewall',
    description:
      'Replaces a firewall as a whole: rules, Droplets and tags left out are cleared. Start from firewalls_get and send back its name, rules, droplet_ids and tags.',
    conditions: [...tagged, ...named],
    rules: [{ kind: 'any_of', arguments: ['inbound_rules', 'outbound_rules'] }],
    effect: 'write',
    reply: { kind: 'object', key: 'firewall' },
    watch: {
      ...life,
      // Right after the change the state may still be that of the rules before.
      settles: 3,
      poll: { operation: 'firewalls_get', path: { firewall_id: { argument: 'firewall_id' } } },
    },
    says,
  },
  firewalls_delete: {
    title: 'Delete a firewall',
    description: 'Deletes a firewall; the Droplets behind it are open unless another guards them.',
    reply: { kind: 'empty' },
  },
});
