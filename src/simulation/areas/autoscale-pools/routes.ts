// Autoscale pools: the operations. Their members are Droplets like any others.
import { accepted, type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import { badRequest, conflict, notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import { type Droplet, DropletGone } from '../../things/droplets/droplet.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { readOrder } from './order.ts';
import {
  type AutoscalePool,
  AutoscalePools,
  endPool,
  membersOf,
  replaceMember,
  scale,
} from './pool.ts';

/** What an idle Droplet uses. */
const idle = { cpu: 0.02, memory: 0.21 };

const without = <T extends object>(given: T) =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );

const view = (world: World, pool: AutoscalePool) => ({
  id: pool.id,
  name: pool.name,
  config: without(pool.config),
  droplet_template: without(pool.template),
  ...('min_instances' in pool.config ? { current_utilization: idle } : {}),
  created_at: forPeople(pool.createdAt),
  updated_at: forPeople(pool.updatedAt),
  status: pool.status,
  active_resources_count: membersOf(world, pool).filter(({ status }) => status === 'active').length,
});

const find = (call: Call, world: World): AutoscalePool => {
  const found = world.of(AutoscalePools).get(segment(call, 'autoscale_pool_id'));
  if (found === undefined) throw notFound('autoscale pool');
  return found;
};

const list = (call: Call, world: World): RouteReply => {
  const name = call.query.get('name');
  const pools = [...world.of(AutoscalePools).values()].filter(
    (pool) => name === null || pool.name === name,
  );
  return page(call, 'autoscale_pools', pools, (pool) => view(world, pool));
};

const create = (call: Call, world: World): RouteReply => {
  const order = readOrder(call, world, 0);
  const pool: AutoscalePool = {
    ...order,
    id: world.ids.uuid(),
    status: 'active',
    createdAt: call.now,
    updatedAt: call.now,
    members: [],
    history: [],
  };
  world.of(AutoscalePools).set(pool.id, pool);
  scale(world, pool, 'CONFIGURATION_CHANGE', call.now);
  return accepted({ autoscale_pool: view(world, pool) });
};

/** The name cannot be changed (DigitalOcean's document), and a new template is for Droplets to come. */
const replace = (call: Call, world: World): RouteReply => {
  const pool = find(call, world);
  if (pool.status === 'deleting') throw conflict('The autoscale pool is being deleted.');
  const { config, template } = readOrder(call, world, pool.members.length);
  Object.assign(pool, { config, template, updatedAt: call.now });
  scale(world, pool, 'CONFIGURATION_CHANGE', call.now);
  return ok({ autoscale_pool: view(world, pool) });
};

const remove = (call: Call, world: World): RouteReply => {
  endPool(world, find(call, world), false, call.now);
  return accepted();
};

const removeAll = (call: Call, world: World): RouteReply => {
  if (!call.isDangerous) throw badRequest('The header X-Dangerous must be true.');
  endPool(world, find(call, world), true, call.now);
  return accepted();
};

const stateOf = ({ leaving, status }: Droplet): string => {
  if (leaving) return 'deleting';
  if (status === 'new') return 'provisioning';
  return status === 'active' ? 'active' : 'off';
};

const memberView = (droplet: Droplet) => ({
  droplet_id: droplet.id,
  created_at: forPeople(droplet.createdAt),
  updated_at: forPeople(droplet.createdAt),
  health_status: droplet.status === 'off' ? 'unhealthy' : 'healthy',
  ...(droplet.status === 'off' ? { unhealthy_reason: 'The Droplet is off.' } : {}),
  status: stateOf(droplet),
  current_utilization: droplet.status === 'active' ? idle : { cpu: 0, memory: 0 },
});

const home = '/v2/droplets/autoscale';
const one = `${home}/{autoscale_pool_id}`;
const reads = [['droplet:read']] as const;
const creates = [['droplet:create']] as const;
const deletes = [['droplet:delete']] as const;

const routes: readonly Route[] = [
  { method: 'GET', path: home, requires: reads, handle: list },
  { method: 'POST', path: home, requires: creates, handle: create },
  {
    method: 'GET',
    path: one,
    requires: reads,
    handle: (call, world) => ok({ autoscale_pool: view(world, find(call, world)) }),
  },
  { method: 'PUT', path: one, requires: creates, handle: replace },
  { method: 'DELETE', path: one, requires: deletes, handle: remove },
  { method: 'DELETE', path: `${one}/dangerous`, requires: deletes, handle: removeAll },
  {
    method: 'GET',
    path: `${one}/members`,
    requires: reads,
    handle: (call, world) =>
      page(call, 'droplets', membersOf(world, find(call, world)), memberView),
  },
  {
    method: 'GET',
    path: `${one}/history`,
    requires: reads,
    handle: (call, world) =>
      page(call, 'history', find(call, world).history, (it) => ({
        history_event_id: it.id,
        current_instance_count: it.from,
        desired_instance_count: it.to,
        reason: it.reason,
        status: it.status,
        created_at: forPeople(it.createdAt),
        updated_at: forPeople(it.updatedAt),
      })),
  },
];

const join = (world: World): void => {
  world.hear(DropletGone, ({ id, at }) => replaceMember(world, id, at));
};

/** Autoscale pools. */
export const autoscalePoolArea: SimulatedArea = { routes, join };
