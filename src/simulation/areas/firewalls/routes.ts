// Firewalls: the operations.
import * as z from 'zod';
import {
  accepted,
  type Call,
  done,
  numberIn,
  ok,
  type RouteReply,
  segment,
} from '../../exchange/call.ts';
import { listOf, optional, read, wholeNumber } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { DropletGone, Droplets } from '../../things/droplets/droplet.ts';
import { TagGone, untag } from '../../things/tagging.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { addFirewall, covers, type Firewall, Firewalls, firewallView, settle } from './firewall.ts';
import { checkTargets, completeFirewall, demandAttached } from './orders.ts';
import { type FirewallRule, inboundRule, outboundRule, ruleOf } from './rules.ts';

const find = (call: Call, world: World): Firewall => {
  const firewall = world.of(Firewalls).get(segment(call, 'firewall_id'));
  if (firewall === undefined) throw notFound('firewall');
  return firewall;
};

const update = (call: Call, world: World): RouteReply => {
  const firewall = find(call, world);
  demandAttached(call, firewall);
  const replacement = completeFirewall(call, world, firewall);
  demandAttached(call, replacement);
  Object.assign(firewall, replacement);
  settle(world, firewall, call.now);
  return ok({ firewall: firewallView(firewall, call.holder) });
};

const same = (one: FirewallRule) => (other: FirewallRule) =>
  JSON.stringify([one.protocol, one.ports, one.peers]) ===
  JSON.stringify([other.protocol, other.ports, other.peers]);

const dropletsBody = z.object({ droplet_ids: listOf(wholeNumber) });
const tagsBody = z.object({ tags: listOf(z.string()) });
const rulesBody = z.object({
  inbound_rules: optional(z.array(inboundRule)),
  outbound_rules: optional(z.array(outboundRule)),
});

/** One of the sub-resources of a firewall: adding and removing Droplets, tags or rules. */
const part = (
  method: 'POST' | 'DELETE',
  name: string,
  change: (call: Call, world: World, firewall: Firewall) => void,
): Route => ({
  method,
  path: `/v2/firewalls/{firewall_id}/${name}`,
  requires: [['firewall:update']],
  handle: (call, world) => {
    const firewall = find(call, world);
    change(call, world, firewall);
    settle(world, firewall, call.now);
    return done;
  },
});

const givenRules = (call: Call, world: World) => {
  const given = read(call, rulesBody);
  return {
    inbound: (given.inbound_rules ?? []).map((rule) => ruleOf(call, world, rule, rule.sources)),
    outbound: (given.outbound_rules ?? []).map((rule) =>
      ruleOf(call, world, rule, rule.destinations),
    ),
  };
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/firewalls',
    requires: [['firewall:read']],
    handle: (call, world) =>
      page(call, 'firewalls', [...world.of(Firewalls).values()], (it) =>
        firewallView(it, call.holder),
      ),
  },
  {
    method: 'POST',
    path: '/v2/firewalls',
    requires: [['firewall:create']],
    handle: (call, world) => {
      const firewall = addFirewall(world, completeFirewall(call, world), call.now);
      return accepted({ firewall: firewallView(firewall, call.holder) });
    },
  },
  {
    method: 'GET',
    path: '/v2/firewalls/{firewall_id}',
    requires: [['firewall:read']],
    handle: (call, world) => ok({ firewall: firewallView(find(call, world), call.holder) }),
  },
  {
    method: 'PUT',
    path: '/v2/firewalls/{firewall_id}',
    requires: [['firewall:update']],
    handle: update,
  },
  {
    method: 'DELETE',
    path: '/v2/firewalls/{firewall_id}',
    requires: [['firewall:delete']],
    handle: (call, world) => {
      world.of(Firewalls).delete(find(call, world).id);
      return done;
    },
  },
  {
    method: 'GET',
    path: '/v2/droplets/{droplet_id}/firewalls',
    requires: [['firewall:read']],
    handle: (call, world) => {
      const droplet = world.of(Droplets).get(numberIn(call, 'droplet_id'));
      if (droplet === undefined) throw notFound('Droplet');
      const firewalls = [...world.of(Firewalls).values()].filter((it) => covers(it, droplet));
      return page(call, 'firewalls', firewalls, (it) => firewallView(it, call.holder));
    },
  },
  part('POST', 'droplets', (call, world, firewall) => {
    const ids = [...new Set([...firewall.dropletIds, ...read(call, dropletsBody).droplet_ids])];
    checkTargets(call, world, { droplets: ids, tags: [] });
    firewall.dropletIds = ids;
  }),
  part('DELETE', 'droplets', (call, _, firewall) => {
    const gone = new Set(read(call, dropletsBody).droplet_ids);
    firewall.dropletIds = firewall.dropletIds.filter((id) => !gone.has(id));
  }),
  part('POST', 'tags', (call, world, firewall) => {
    const tags = [...new Set([...firewall.tags, ...read(call, tagsBody).tags])];
    checkTargets(call, world, { droplets: [], tags });
    firewall.tags = tags;
  }),
  part('DELETE', 'tags', (call, _, firewall) => {
    const gone = new Set(read(call, tagsBody).tags);
    firewall.tags = firewall.tags.filter((tag) => !gone.has(tag));
  }),
  part('POST', 'rules', (call, world, firewall) => {
    const given = givenRules(call, world);
    const known = (rules: readonly FirewallRule[], added: readonly FirewallRule[]): boolean =>
      added.some((rule) => rules.some(same(rule)));
    if (known(firewall.inbound, given.inbound) || known(firewall.outbound, given.outbound)) {
      throw unprocessable('The firewall has one of these rules already.');
    }
    firewall.inbound = [...firewall.inbound, ...given.inbound];
    firewall.outbound = [...firewall.outbound, ...given.outbound];
  }),
  part('DELETE', 'rules', (call, world, firewall) => {
    const given = givenRules(call, world);
    const without = (rules: readonly FirewallRule[], gone: readonly FirewallRule[]) =>
      rules.filter((rule) => !gone.some(same(rule)));
    firewall.inbound = without(firewall.inbound, given.inbound);
    firewall.outbound = without(firewall.outbound, given.outbound);
  }),
];

const join = (world: World): void => {
  const firewalls = world.of(Firewalls);
  world.hear(DropletGone, ({ id }) => {
    for (const firewall of firewalls.values()) {
      firewall.dropletIds = firewall.dropletIds.filter((other) => other !== id);
    }
  });
  world.hear(TagGone, ({ name }) => {
    for (const firewall of firewalls.values()) untag(firewall, name);
  });
};

/** Firewalls. */
export const firewallArea: SimulatedArea = { routes, join };
