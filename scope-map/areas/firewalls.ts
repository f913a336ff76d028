// Cloud firewalls.
import { type Condition, type Endpoint, endpoint, type LifeCycle, pagedList } from '../endpoint.ts';

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

/** Endpoints of the area `firewalls`. */
export const firewalls: readonly Endpoint[] = [
  endpoint({
    id: 'firewalls_list',
    area: 'firewalls',
    method: 'GET',
    path: '/v2/firewalls',
    title: 'List firewalls',
    description: 'Lists firewalls with their rules and what they guard.',
    requires: [['firewall:read']],
    effect: 'read',
    reply: pagedList('firewalls'),
  }),
  endpoint({
    id: 'firewalls_get',
    area: 'firewalls',
    method: 'GET',
    path: '/v2/firewalls/{firewall_id}',
    title: 'Get a firewall',
    description: 'Shows one firewall; read it before firewalls_update.',
    requires: [['firewall:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'firewall' },
    watch: {
      ...life,
      poll: { operation: 'firewalls_get', path: { firewall_id: { argument: 'firewall_id' } } },
    },
  }),
  endpoint({
    id: 'firewalls_create',
    area: 'firewalls',
    method: 'POST',
    path: '/v2/firewalls',
    title: 'Create a firewall',
    description:
      'Creates a firewall with at least one rule. What no rule allows is blocked: without outbound rules nothing gets out.',
    requires: [['firewall:create']],
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
  }),
  endpoint({
    id: 'firewalls_update',
    area: 'firewalls',
    method: 'PUT',
    path: '/v2/firewalls/{firewall_id}',
    title: 'Replace a firewall',
    description:
      'Replaces a firewall as a whole: rules, Droplets and tags left out are cleared. Start from firewalls_get and send back its name, rules, droplet_ids and tags.',
    requires: [['firewall:update']],
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
  }),
  endpoint({
    id: 'firewalls_delete',
    area: 'firewalls',
    method: 'DELETE',
    path: '/v2/firewalls/{firewall_id}',
    title: 'Delete a firewall',
    description: 'Deletes a firewall; the Droplets behind it are open unless another guards them.',
    requires: [['firewall:delete']],
    effect: 'destroy',
    reply: { kind: 'empty' },
  }),
];
