// Load balancers: the operations.
import * as z from 'zod';
import type { Account } from '../../account/account.ts';
import { unassign, urn } from '../../account/belonging.ts';
import { type Answer, accepted, type Call, done, ok, segment } from '../../exchange/call.ts';
import { listOf, read, wholeNumber } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { addLoadBalancer, balancerView, bill, type LoadBalancer } from './load-balancer.ts';
import {
  body,
  checkDroplets,
  checkName,
  checkRules,
  checkTargets,
  legacySizes,
  type Rule,
  rule,
  settings,
} from './orders.ts';

const create = (call: Call, account: Account): Answer => {
  const given = read(call, body);
  const type = given.type ?? 'REGIONAL';
  const region = given.region ?? (type === 'GLOBAL' ? 'nyc3' : '');
  if (!isOpenRegion(region)) throw unprocessable('The region is not available.');
  if (given.size_unit && given.size) throw unprocessable('Give size_unit or size, not both.');
  checkTargets(given);
  checkRules(given.forwarding_rules, type);
  checkDroplets(account, given.droplet_ids, region);
  const name = given.name || `${region}-load-balancer-${account.ids.text(4)}`;
  checkName(account, name);
  const balancer = addLoadBalancer(account, { ...given, name, region }, call.now);
  return accepted({ load_balancer: balancerView(account, balancer, call.holder) });
};

const find = (call: Call, account: Account): LoadBalancer => {
  const balancer = account.loadBalancers.get(segment(call, 'lb_id'));
  if (balancer === undefined) throw notFound('load balancer');
  return balancer;
};

/** PUT replaces everything; what is left out goes back to its default. */
const update = (call: Call, account: Account): Answer => {
  const balancer = find(call, account);
  const given = read(call, body);
  checkTargets(given);
  checkRules(given.forwarding_rules, balancer.type);
  checkDroplets(account, given.droplet_ids, balancer.region);
  if (given.region && given.region !== balancer.region) {
    throw unprocessable('The region of a load balancer cannot be changed.');
  }
  if (given.network && given.network !== balancer.network) {
    throw unprocessable('The network of a load balancer cannot be changed.');
  }
  const name = given.name || balancer.name;
  checkName(account, name, balancer);
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
    bill(account, balancer, call.now);
  }
  return ok({ load_balancer: balancerView(account, balancer, call.holder) });
};

const dropletsBody = z.object({ droplet_ids: listOf(wholeNumber) });
const rulesBody = z.object({ forwarding_rules: listOf(rule) });

const part = (
  method: 'POST' | 'DELETE',
  name: string,
  change: (call: Call, account: Account, balancer: LoadBalancer) => void,
): Route => ({
  method,
  path: `/v2/load_balancers/{lb_id}/${name}`,
  requires: [['load_balancer:update']],
  handle: (call, account) => {
    change(call, account, find(call, account));
    return done;
  },
});

const entry = ({ entry_protocol: protocol, entry_port: at }: Rule): string => `${protocol}:${at}`;

/** Load balancers. */
export const loadBalancerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/load_balancers',
    requires: [['load_balancer:read']],
    handle: (call, account) =>
      page(call, 'load_balancers', [...account.loadBalancers.values()], (it) =>
        balancerView(account, it, call.holder),
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
    handle: (call, account) =>
      ok({ load_balancer: balancerView(account, find(call, account), call.holder) }),
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
    handle: (call, account) => {
      const balancer = find(call, account);
      account.loadBalancers.delete(balancer.id);
      account.ledger.stop(`load_balancer:${balancer.id}`, call.now);
      unassign(account, urn('loadbalancer', balancer.id));
      return done;
    },
  },
  part('POST', 'droplets', (call, account, balancer) => {
    if (balancer.tag !== '') throw unprocessable('This load balancer finds Droplets by tag.');
    const ids = read(call, dropletsBody).droplet_ids;
    checkDroplets(account, ids, balancer.region);
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
