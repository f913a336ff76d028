// A firewall: what is known of it, when its rules hold, whom it covers, and how it is shown.

import { forPeople } from '../../exchange/times.ts';
import type { Droplet } from '../../things/droplets/droplet.ts';
import { visibleTags } from '../../things/tagging.ts';
import type { Holder } from '../../token/holder.ts';
import type { World } from '../../world/world.ts';
import type { FirewallRule } from './rules.ts';

/** A firewall. */
export interface Firewall {
  readonly id: string;
  name: string;
  status: 'waiting' | 'succeeded' | 'failed';
  readonly createdAt: number;
  dropletIds: readonly number[];
  tags: readonly string[];
  inbound: readonly FirewallRule[];
  outbound: readonly FirewallRule[];
  /** Raised with each change, so that only the latest one settles the state. */
  revision: number;
}

/** The account's firewalls by id. */
export class Firewalls extends Map<string, Firewall> {}

/** Seconds until new rules hold everywhere. */
const settles = 3;

/** Whether a firewall applies to a Droplet, by id or by tag. */
export const covers = (firewall: Firewall, droplet: Droplet): boolean =>
  firewall.dropletIds.includes(droplet.id) ||
  firewall.tags.some((tag) => droplet.tags.includes(tag));

const rulesView = (rules: readonly FirewallRule[], side: 'sources' | 'destinations') =>
  rules.map((rule) => ({ protocol: rule.protocol, ports: rule.ports, [side]: rule.peers }));

/** A firewall as DigitalOcean shows it; Droplets and tags only to a token that may read them. */
export const firewallView = (firewall: Firewall, holder: Holder) => {
  const dropletIds = holder.can('droplet:read') ? firewall.dropletIds : [];
  return {
    id: firewall.id,
    name: firewall.name,
    status: firewall.status,
    inbound_rules: rulesView(firewall.inbound, 'sources'),
    outbound_rules: rulesView(firewall.outbound, 'destinations'),
    created_at: forPeople(firewall.createdAt),
    droplet_ids: dropletIds,
    tags: visibleTags(holder, firewall.tags),
    pending_changes:
      firewall.status === 'waiting'
        ? dropletIds.map((id) => ({ droplet_id: id, removing: false, status: 'waiting' }))
        : [],
  };
};

/** Lets a change take hold after a moment. */
export const settle = (world: World, firewall: Firewall, at: number): void => {
  firewall.revision += 1;
  firewall.status = 'waiting';
  const { revision } = firewall;
  const fails = world.faults.fails('firewall');
  world.pace.later(settles, at, () => {
    if (firewall.revision === revision) firewall.status = fails ? 'failed' : 'succeeded';
  });
};

/** Adds a firewall whose rules are known to be right; for requests and starting accounts. */
export const addFirewall = (
  world: World,
  given: Pick<Firewall, 'name' | 'dropletIds' | 'tags' | 'inbound' | 'outbound'>,
  at: number,
): Firewall => {
  const firewall: Firewall = {
    ...given,
    id: world.ids.uuid(),
    status: 'waiting',
    createdAt: at,
    revision: 0,
  };
  world.of(Firewalls).set(firewall.id, firewall);
  settle(world, firewall, at);
  return firewall;
};
