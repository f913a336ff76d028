// Upkeep of a database cluster: maintenance and updates, its major version, its region, and what happened to it.
import * as z from 'zod';
import { accepted, type Call, done, ok, type RouteReply } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { preconditionFailed, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import { engines } from '../../reference/databases.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { type Database, Databases, note } from '../../things/databases/database.ts';
import { vpcFor } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import { databasePath, findDatabase } from './inside.ts';
import { pendingUpdates } from './view.ts';

/** Seconds that each takes. */
const upgrades = 120;
const moves = 240;

/** @throws ApiRefusal 412 while something is being done to a cluster. */
const requireOnline = ({ status }: Database): void => {
  if (status !== 'online') throw preconditionFailed(`The cluster is ${status}.`);
};

/** Lets work on a cluster end, unless the cluster is gone by then. */
const later = (
  world: World,
  database: Database,
  { seconds, from }: { readonly seconds: number; readonly from: number },
  effect: (at: number) => void,
): void =>
  world.pace.later(seconds, from, (at) => {
    if (!world.of(Databases).has(database.id)) return;
    effect(at);
    note(world, database, 'cluster_update', at);
  });

const days = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const windowBody = z.object({
  day: z.enum(days),
  hour: z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'must be a time, such as 14:00'),
});

const setWindow = (call: Call, world: World): RouteReply => {
  const database = findDatabase(call, world);
  const { day, hour } = read(call, windowBody);
  database.window = { day, hour: hour.split(':').length === 2 ? `${hour}:00` : hour };
  return done;
};

const install = (call: Call, world: World): RouteReply => {
  const database = findDatabase(call, world);
  requireOnline(database);
  if (pendingUpdates(database, call.now).length === 0) {
    throw unprocessable('There is no update to install.');
  }
  database.updatedAt = call.now;
  note(world, database, 'cluster_maintenance_perform', call.now);
  return done;
};

const upgrade = (call: Call, world: World): RouteReply => {
  const database = findDatabase(call, world);
  const { version } = read(call, z.object({ version: optional(z.string()) }));
  const versions = engines[database.engine]?.versions ?? [];
  const target = versions.indexOf(version ?? '');
  if (target < 0) throw unprocessable(`invalid version for ${database.engine}: ${version ?? ''}`);
  if (target <= versions.indexOf(database.version)) {
    throw unprocessable(
      `The cluster has version ${database.version}: only later ones are possible.`,
    );
  }
  requireOnline(database);
  later(world, database, { seconds: upgrades, from: call.now }, () => {
    database.version = version ?? database.version;
  });
  return done;
};

const move = (call: Call, world: World): RouteReply => {
  const database = findDatabase(call, world);
  const { region } = read(call, z.object({ region: z.string() }));
  if (!isOpenRegion(region)) throw unprocessable(`invalid region: ${region}`);
  if (region === database.region) throw unprocessable(`The cluster is in ${region} already.`);
  requireOnline(database);
  database.status = 'migrating';
  later(world, database, { seconds: moves, from: call.now }, (at) => {
    database.status = 'online';
    database.region = region;
    database.vpc = vpcFor(world, null, region, at).id;
  });
  return accepted();
};

const events = (call: Call, world: World): RouteReply => {
  const database = findDatabase(call, world);
  return ok({
    events: database.events.map(({ id, type, at }) => ({
      id,
      cluster_name: database.name,
      event_type: type,
      create_time: forPeople(at),
    })),
  });
};

const updates = [['database:update']] as const;

/** Upkeep of clusters. */
export const upkeepRoutes: readonly Route[] = [
  { method: 'PUT', path: `${databasePath}/maintenance`, requires: updates, handle: setWindow },
  { method: 'PUT', path: `${databasePath}/install_update`, requires: updates, handle: install },
  { method: 'PUT', path: `${databasePath}/upgrade`, requires: updates, handle: upgrade },
  { method: 'PUT', path: `${databasePath}/migrate`, requires: updates, handle: move },
  {
    method: 'GET',
    path: `${databasePath}/events`,
    requires: [['database:read']],
    handle: events,
  },
];
