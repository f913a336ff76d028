// Load balancers: the operations.
import * as z from 'zod';
import { accepted, type Call, done, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { listOf, read, wholeNumber } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { forbidden, notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { Assignables, idByName, unassign, urn } from '../../things/belonging.ts';
import { DropletGone } from '../../things/droplets/droplet.ts';
import { MadeKinds } from '../../things/made-in-clusters.ts';
import { TagGone } from '../../things/tagging.ts';
import { Residents } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { body, type ForwardingRule, legacySizes, rule, settings } from './form.ts';
import {
  addLoadBalancer,
  balancerView,
  bill,
  type LoadBalancer,
  LoadBalancers,
} from './load-balancer.ts';
import { checkDroplets, checkName, checkRules, checkTargets } from './orders.ts';

const create = (call: Call, world: World): RouteReply => {
  const given = read(call, body);
  const type = given.type ?? 'REGIONAL';
  const region = given.region ?? (type === 'GLOBAL' ? 'nyc3' : '');
  if (!isOpenRegion(region)) throw unprocessable('The region is not available.');
  if (given.size_unit && given.size) throw unprocessable('Give size_unit or size, not both.');
  checkTargets(given);
  checkRules(given.forwarding_rules, type);
  checkDroplets(world, given.droplet_ids, region);
  const name = given.name || `${region}-load-balancer-${world.ids.text(4)}`;
  checkName(world, name);
  const balancer = addLoadBalancer(world, { ...given, name, region }, call.now);
  return accepted({ load_balancer: balancerView(world, balancer, call.holder) });
};

const find = (call: Call, world: World): LoadBalancer => {
  const balancer = world.of(LoadBalancers).get(segment(call, 'lb_id'));
  if (balancer === undefined) throw notFound('load balancer');
  return balancer;
};

const remove = (world: World, { id }: LoadBalancer, at: number): void => {
  world.of(LoadBalancers).delete(id);
  world.books.stop(`load_balancer:${id}`, at);
  unassign(world, urn('loadbalancer', id));
};

/** @throws ApiRefusal 403, which is how DigitalOcean words it, while a load balancer is not there yet. */
const requireIdle = ({ status }: LoadBalancer): void => {
  if (status === 'new') {
    throw forbidden("Load Balancer can't be updated while it processes previous actions");
  }
};

/** PUT replaces everything; what is left out goes back to its default. */
const update = (call: Call, world: World): RouteReply => {
  const balancer = find(call, world);
  requireIdle(balancer);
  const given = read(call, body);
  checkTargets(given);
  checkRules(given.forwarding_rules, balancer.type);
  checkDroplets(world, given.droplet_ids, balancer.region);
  if (given.region && given.region !== balancer.region) {
    throw unprocessable('The region of a load balancer cannot be changed.');
  }
  if (given.network && given.network !== balancer.network) {
    throw unprocessable('The network of a load balancer cannot be changed.');
  }
  const name = given.name || balancer.name;
  checkName(world, name, balancer);
  const sizeUnit = given.size_unit ?? (given.size ? legacySizes[given.size] : 1);
  // DigitalOcean allows a resize once an hour, and not in the first hour.
  if (sizeUnit !== balancer.sizeUnit && call.now - balancer.createdAt < 3_600_000) {
    throw unprocessable('A load balancer can be resized once an hour, first after one hour.');
  }
  balancer.name = name;
  balancer.dropletIds = [...new Set(given.droplet_ids)];
  balancer.tag = given.tag ?? '';
  balancer.rules = given.forwarding_rules;
  balancer.settings = settings.parse(given);
  if (sizeUnit !== balancer.sizeUnit) {
    balancer.sizeUnit = sizeUnit;
    bill(world, balancer, call.now);
  }
  return ok({ load_balancer: balancerView(world, balancer, call.holder) });
};

const dropletsBody = z.object({ droplet_ids: listOf(wholeNumber) });
const rulesBody = z.object({ forwarding_rules: listOf(rule) });

const part = (
  method: 'POST' | 'DELETE',
  name: string,
  change: (call: Call, world: World, balancer: LoadBalancer) => void,
): Route => ({
  method,
  path: `/v2/load_balancers/{lb_id}/${name}`,
  requires: [['load_balancer:update']],
  handle: (call, world) => {
    const balancer = find(call, world);
    requireIdle(balancer);
    change(call, world, balancer);
    return done;
  },
});

const entry = ({ entry_protocol: protocol, entry_port: at }: ForwardingRule): string =>
  `${protocol}:${at}`;

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/load_balancers',
    requires: [['load_balancer:read']],
    handle: (call, world) =>
      page(call, 'load_balancers', [...world.of(LoadBalancers).values()], (it) =>
        balancerView(world, it, call.holder),
      ),
  },
  {
    method: 'POST',
    path: '/v2/load_balancers',
    requires: [['load_balancer:create']],
    handle: create,
  },
  {
    method: 'GET',
    path: '/v2/load_balancers/{lb_id}',
    requires: [['load_balancer:read']],
    handle: (call, world) =>
      ok({ load_balancer: balancerView(world, find(call, world), call.holder) }),
  },
  {
    method: 'PUT',
    path: '/v2/load_balancers/{lb_id}',
    requires: [['load_balancer:update']],
    handle: update,
  },
  {
    method: 'DELETE',
    path: '/v2/load_balancers/{lb_id}',
    requires: [['load_balancer:delete']],
    handle: (call, world) => {
      remove(world, find(call, world), call.now);
      return done;
    },
  },
  part('POST', 'droplets', (call, world, balancer) => {
    if (balancer.tag !== '') throw unprocessable('This load balancer finds Droplets by tag.');
    const ids = read(call, dropletsBody).droplet_ids;
    checkDroplets(world, ids, balancer.region);
    balancer.dropletIds = [...new Set([...balancer.dropletIds, ...ids])];
  }),
  part('DELETE', 'droplets', (call, _, balancer) => {
    const gone = new Set(read(call, dropletsBody).droplet_ids);
    balancer.dropletIds = balancer.dropletIds.filter((id) => !gone.has(id));
  }),
  part('POST', 'forwarding_rules', (call, _, balancer) => {
    const rules = [...balancer.rules, ...read(call, rulesBody).forwarding_rules];
    checkRules(rules, balancer.type);
    if (new Set(rules.map(entry)).size < rules.length) {
      throw unprocessable('Two forwarding rules would listen on the same port.');
    }
    balancer.rules = rules;
  }),
  part('DELETE', 'forwarding_rules', (call, _, balancer) => {
    const gone = new Set(read(call, rulesBody).forwarding_rules.map(entry));
    const rules = balancer.rules.filter((it) => !gone.has(entry(it)));
    checkRules(rules, balancer.type);
    balancer.rules = rules;
  }),
];

const join = (world: World): void => {
  const balancers = world.of(LoadBalancers);
  world.of(Assignables).set('loadbalancer', {
    scope: 'load_balancer:read',
    path: 'load_balancers',
    called: 'load_balancer',
    named: (name) => idByName(balancers.values(), name),
  });
  world.of(MadeKinds).set('load_balancers', {
    reads: 'load_balancer:read',
    of: (clusterTag) =>
      [...balancers.values()]
        .filter(({ tag }) => tag === clusterTag)
        .map((balancer) => ({
          id: balancer.id,
          name: balancer.name,
          remove: (at) => remove(world, balancer, at),
        })),
  });
  world.of(Residents).set('loadbalancer', {
    scope: 'load_balancer:read',
    items: () => balancers.values(),
  });
  world.hear(DropletGone, ({ id }) => {
    for (const balancer of balancers.values()) {
      balancer.dropletIds = balancer.dropletIds.filter((other) => other !== id);
    }
  });
  world.hear(TagGone, ({ name }) => {
    for (const balancer of balancers.values()) if (balancer.tag === name) balancer.tag = '';
  });
};

/** Load balancers. */
export const loadBalancerArea: SimulatedArea = { routes, join };
