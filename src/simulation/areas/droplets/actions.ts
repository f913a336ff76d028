// Actions on Droplets, one by one or on all of a tag.
import { type Call, created, type RouteReply } from '../../exchange/call.ts';
import { read } from '../../exchange/input.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import { type Droplet, Droplets, dropletKey } from '../../things/droplets/droplet.ts';
import { requireIdle } from '../../things/droplets/life.ts';
import { type Action, actionView, startAction } from '../../world/actions.ts';
import type { World } from '../../world/world.ts';
import { type ActionBody, actionBody, actionKinds, type Effect } from './action-kinds.ts';

/** Types that may be sent to all Droplets of a tag at once. */
const inBulk = new Set([
  'power_cycle',
  'power_on',
  'power_off',
  'shutdown',
  'enable_ipv6',
  'enable_backups',
  'disable_backups',
  'snapshot',
]);

/** Extra scopes by type (DigitalOcean names them in the operation's description). */
const demandFor = (call: Call, type: string): void => {
  if (type === 'restore' || type === 'password_reset' || type === 'rebuild') {
    call.holder.demand([['droplet:admin']]);
  }
  if (type === 'resize') call.holder.demand([['droplet:create']]);
  if (type === 'snapshot') call.holder.demand([['image:create']]);
};

const prepare = (world: World, droplet: Droplet, given: ActionBody): Effect => {
  const kind = Object.hasOwn(actionKinds, given.type) ? actionKinds[given.type] : undefined;
  if (kind === undefined) throw unprocessable(`${given.type} is not a type of Droplet action.`);
  requireIdle(world, droplet);
  return kind(world, droplet, given);
};

const begin = (world: World, droplet: Droplet, type: string, effect: Effect, at: number): Action =>
  startAction(world, {
    type,
    resourceType: 'droplet',
    resourceId: droplet.id,
    of: dropletKey(droplet.id),
    region: droplet.region,
    seconds: effect.seconds,
    at,
    ...(effect.done ? { done: effect.done } : {}),
  });

/** `POST /v2/droplets/{droplet_id}/actions`. */
export const actOnDroplet = (call: Call, world: World, droplet: Droplet): RouteReply => {
  const given = read(call, actionBody);
  demandFor(call, given.type);
  const effect = prepare(world, droplet, given);
  return created({
    action: actionView(begin(world, droplet, given.type, effect, call.now)),
  });
};

/** `POST /v2/droplets/actions?tag_name=`: all or none, so that a refusal changes nothing. */
export const actOnTag = (call: Call, world: World): RouteReply => {
  const given = read(call, actionBody);
  const tag = call.query.get('tag_name');
  if (!tag) throw unprocessable('tag_name is required.');
  call.holder.demand([['tag:read']]);
  demandFor(call, given.type);
  if (!inBulk.has(given.type)) throw unprocessable(`${given.type} cannot be done by tag.`);
  const droplets = [...world.of(Droplets).values()].filter(({ tags }) => tags.includes(tag));
  if (droplets.length === 0) throw notFound('tag');
  const prepared = droplets.map((droplet) => ({
    droplet,
    effect: prepare(world, droplet, given),
  }));
  return created({
    actions: prepared.map(({ droplet, effect }) =>
      actionView(begin(world, droplet, given.type, effect, call.now)),
    ),
  });
};
