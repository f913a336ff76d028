// What is inside a database cluster: trusted sources and databases.
import * as z from 'zod';
import { type Call, created, done, ok, segment } from '../../exchange/call.ts';
import { listOf, read } from '../../exchange/input.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { type Database, Databases } from '../../things/databases/database.ts';
import type { World } from '../../world/world.ts';
import { ruleBody, rulesOf } from './orders.ts';
import { ruleView } from './view.ts';

/** Where one cluster is. */
export const databasePath = '/v2/databases/{database_cluster_uuid}';

/** The cluster that a path names. @throws ApiRefusal 404. */
export const findDatabase = (call: Call, world: World): Database => {
  const database = world.of(Databases).get(segment(call, 'database_cluster_uuid'));
  if (database === undefined) throw notFound('cluster');
  return database;
};

/** Trusted sources and databases of a cluster. */
export const insideRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${databasePath}/firewall`,
    requires: [['database:read']],
    handle: (call, world) => {
      const database = findDatabase(call, world);
      return ok({ rules: database.rules.map((rule) => ruleView(database, rule)) });
    },
  },
  {
    method: 'PUT',
    path: `${databasePath}/firewall`,
    requires: [['database:update']],
    handle: (call, world) => {
      const database = findDatabase(call, world);
      const { rules } = read(call, z.object({ rules: listOf(ruleBody) }));
      if (rules.length > 100) throw unprocessable('A cluster has at most 100 trusted sources.');
      database.rules = rulesOf(world, rules, call.now);
      return done;
    },
  },
  {
    method: 'GET',
    path: `${databasePath}/dbs`,
    requires: [['database:read']],
    handle: (call, world) =>
      ok({ dbs: [...findDatabase(call, world).names].map((name) => ({ name })) }),
  },
  {
    method: 'POST',
    path: `${databasePath}/dbs`,
    requires: [['database:create']],
    handle: (call, world) => {
      const database = findDatabase(call, world);
      const { name } = read(call, z.object({ name: z.string().min(1) }));
      if (database.names.has(name)) throw unprocessable('The database already exists.');
      database.names.add(name);
      return created({ db: { name } });
    },
  },
  {
    method: 'GET',
    path: `${databasePath}/dbs/{database_name}`,
    requires: [['database:read']],
    handle: (call, world) => {
      const name = segment(call, 'database_name');
      if (!findDatabase(call, world).names.has(name)) throw notFound('database');
      return ok({ db: { name } });
    },
  },
  {
    method: 'DELETE',
    path: `${databasePath}/dbs/{database_name}`,
    requires: [['database:delete']],
    handle: (call, world) => {
      if (!findDatabase(call, world).names.delete(segment(call, 'database_name'))) {
        throw notFound('database');
      }
      return done;
    },
  },
];
