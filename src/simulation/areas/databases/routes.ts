// Managed databases: the operations.

import { done, ok } from '../../exchange/call.ts';
import type { Route } from '../../exchange/router.ts';
import { databaseOptions } from '../../reference/databases.ts';
import { Assignables, idByName, unassign, urn } from '../../things/belonging.ts';
import { Databases } from '../../things/databases/database.ts';
import { Carriers, TagGone, untag } from '../../things/tagging.ts';
import { Residents } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { databasePath, findDatabase, insideRoutes } from './inside.ts';
import { createDatabase, resizeDatabase } from './orders.ts';
import { poolRoutes } from './pools.ts';
import { replicaKey, replicaRoutes } from './replicas.ts';
import { safekeepingRoutes } from './safekeeping.ts';
import { upkeepRoutes } from './upkeep.ts';
import { userRoutes } from './users.ts';
import { databaseView } from './view.ts';

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/databases/options',
    requires: [['database:read']],
    handle: () => ok(databaseOptions),
  },
  {
    method: 'GET',
    path: '/v2/databases',
    requires: [['database:read']],
    handle: (call, world) => {
      const tag = call.query.get('tag_name');
      if (tag !== null) call.holder.demand([['tag:read']]);
      const databases = [...world.of(Databases).values()].filter(
        ({ tags }) => tag === null || tags.includes(tag),
      );
      return ok({ databases: databases.map((it) => databaseView(world, it, call)) });
    },
  },
  {
    method: 'POST',
    path: '/v2/databases',
    requires: [['database:create']],
    handle: createDatabase,
  },
  {
    method: 'GET',
    path: databasePath,
    requires: [['database:read']],
    handle: (call, world) => ok({ database: databaseView(world, findDatabase(call, world), call) }),
  },
  {
    method: 'DELETE',
    path: databasePath,
    requires: [['database:delete']],
    handle: (call, world) => {
      const database = findDatabase(call, world);
      world.of(Databases).delete(database.id);
      world.books.stop(`database:${database.id}`, call.now);
      for (const replica of database.replicas.values()) {
        world.books.stop(replicaKey(replica), call.now);
      }
      unassign(world, urn('dbaas', database.id));
      return done;
    },
  },
  {
    method: 'PUT',
    path: `${databasePath}/resize`,
    requires: [['database:update']],
    handle: (call, world) => resizeDatabase(call, world, findDatabase(call, world)),
  },
  ...insideRoutes,
  ...userRoutes,
  ...safekeepingRoutes,
  ...poolRoutes,
  ...replicaRoutes,
  ...upkeepRoutes,
];

const join = (world: World): void => {
  const databases = world.of(Databases);
  world.of(Assignables).set('dbaas', {
    scope: 'database:read',
    path: 'databases',
    called: 'database',
    named: (name) => idByName(databases.values(), name),
  });
  world.of(Residents).set('dbaas', { scope: 'database:read', items: () => databases.values() });
  world.of(Carriers).set('database', {
    shownAs: 'databases',
    path: 'databases',
    reads: 'database:read',
    items: () => databases.entries(),
    changes: { find: (id) => databases.get(id) },
  });
  world.hear(TagGone, ({ name }) => {
    for (const database of databases.values()) untag(database, name);
  });
};

/** Managed databases. */
export const databaseArea: SimulatedArea = { routes, join };
