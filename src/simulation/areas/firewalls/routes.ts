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
import { conflict, notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { DropletGone, Droplets } from '../../things/droplets/droplet.ts';
import { TagGone, untag } from '../../things/tagging.ts';
import type { World } from '../../world/world.ts';
import type { Area } from '../area.ts';
import { addFirewall, covers, type Firewall, Firewalls, firewallView, settle } from './firewall.ts';
import { inboundRule, outboundRule, type Rule, requireTag, ruleOf } from './rules.ts';

const body = z.object({
  name: z
    .string()
    .max(255)
    .regex(
      /^[a-zA-Z0-9][a-zA-Z0-9.-]*$/,
      'may only have letters, numbers, periods and dashes, a letter or number first',
    ),
  droplet_ids: listOf(wholeNumber),
  tags: listOf(z.string()),
  inbound_rules: listOf(inboundRule),
  outbound_rules: listOf(outboundRule),
});

/** DigitalOcean's limits page: Droplets, tags and rules a firewall may have. */
const atMost = { droplets: 10, tags: 5, rules: 50 };

const checkTargets = (
  call: Call,
  world: World,
  given: { readonly droplets: readonly number[]; readonly tags: readonly string[] },
): void => {
  if (given.droplets.length > atMost.droplets) {
    throw unprocessable(`A firewall covers at most ${atMost.droplets} Droplets by id.`);
  }
  if (given.tags.length > atMost.tags) {
    throw unprocessable(`A firewall has at most ${atMost.tags} tags.`);
  }
  if (given.tags.length > 0) call.holder.demand([['tag:read', 'tag:create']]);
  for (const tag of given.tags) requireTag(world, tag);
  for (const id of given.droplets) {
    if (!world.of(Droplets).has(id)) throw unprocessable(`Droplet ${id} does not exist.`);
  }
};

const complete = (call: Call, world: World, self?: Firewall) => {
  const given = read(call, body);
  const rules = given.inbound_rules.length + given.outbound_rules.length;
  if (rules === 0)
    throw unprocessable('must specify at least one rule to create or update a firewall');
  if (rules > atMost.rules) throw unprocessable(`A firewall has at most ${atMost.rules} rules.`);
  for (const other of world.of(Firewalls).values()) {
    if (other !== self && other.name === given.name) throw conflict('duplicate name');
  }
  checkTargets(call, world, { droplets: given.droplet_ids, tags: given.tags });
  return {
    name: given.name,
    dropletIds: [...new Set(given.droplet_ids)],
    tags: [...new Set(given.tags)],
    inbound: given.inbound_rules.map((rule) => ruleOf(call, world, rule, rule.sources)),
    outbound: given.outbound_rules.map((rule) => ruleOf(call, world, rule, rule.destinations)),
  };
};

const find = (call: Call, world: World): Firewall => {
  const firewall = world.of(Firewalls).get(segment(call, 'firewall_id'));
  if (firewall === undefined) throw notFound('firewall');
  return firewall;
};

/** The read scope of each kind of resource that a rule can name. */
const peerScopes = [
  ['droplet_ids', 'droplet:read'],
  ['load_balancer_uids', 'load_balancer:read'],
  ['kubernetes_ids', 'kubernetes:read'],
] as const;

type Attached = Pick<Firewall, 'dropletIds' | 'tags' | 'inbound' | 'outbound'>;

/** A change needs the read scope of every kind of resource that is attached, before and after. */
const demandAttached = (call: Call, { dropletIds, tags, inbound, outbound }: Attached): void => {
  if (dropletIds.length > 0) call.holder.demand([['droplet:read']]);
  if (tags.length > 0) call.holder.demand([['tag:read']]);
  for (const [kind, scope] of peerScopes) {
    const isNamed = [...inbound, ...outbound].some((rule) => rule.peers[kind] !== undefined);
    if (isNamed) call.holder.demand([[scope]]);
  }
};

const update = (call: Call, world: World): RouteReply => {
  const firewall = find(call, world);
  demandAttached(call, firewall);
  const replacement = complete(call, world, firewall);
  demandAttached(call, replacement);
  Object.assign(firewall, replacement);
  settle(world, firewall, call.now);
  return ok({ firewall: firewallView(firewall, call.holder) });
};

const same = (one: Rule) => (other: Rule) =>
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
      const firewall = addFirewall(world, complete(call, world), call.now);
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
    const known = (rules: readonly Rule[], added: readonly Rule[]): boolean =>
      added.some((rule) => rules.some(same(rule)));
    if (known(firewall.inbound, given.inbound) || known(firewall.outbound, given.outbound)) {
      throw unprocessable('The firewall has one of these rules already.');
    }
    firewall.inbound = [...firewall.inbound, ...given.inbound];
    firewall.outbound = [...firewall.outbound, ...given.outbound];
  }),
  part('DELETE', 'rules', (call, world, firewall) => {
    const given = givenRules(call, world);
    const without = (rules: readonly Rule[], gone: readonly Rule[]) =>
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
export const firewallArea: Area = { routes, join };
