// Connection pools of PostgreSQL clusters.
import * as z from 'zod';
import { type Call, created, done, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import type { Database, Pool } from '../../things/databases/database.ts';
import type { World } from '../../world/world.ts';
import { databasePath, findDatabase } from './inside.ts';
import { connection } from './view.ts';

/** Where the pooler listens. */
const port = 25061;

const fields = {
  mode: z.enum(['session', 'transaction', 'statement']),
  size: z.int().min(1),
  db: z.string().min(1),
  user: optional(z.string()),
};

const view = (call: Call, database: Database, pool: Pool) => {
  const user = database.users.get(pool.user ?? '');
  const way = { user, database: pool.name, port };
  return {
    name: pool.name,
    mode: pool.mode,
    size: pool.size,
    db: pool.db,
    ...(pool.user === null ? {} : { user: pool.user }),
    connection: connection(database, call.holder, { prefix: '', ...way }),
    private_connection: connection(database, call.holder, { prefix: 'private-', ...way }),
  };
};

/** @throws ApiRefusal 422 for a database or a user that the cluster does not have. */
const checkInside = (database: Database, db: string, user: string | null): void => {
  if (!database.names.has(db)) throw unprocessable(`There is no database ${db} in the cluster.`);
  if (user !== null && !database.users.has(user)) {
    throw unprocessable(`There is no user ${user} in the cluster.`);
  }
};

const find = (call: Call, world: World): { database: Database; pool: Pool } => {
  const database = findDatabase(call, world);
  const pool = database.pools.get(segment(call, 'pool_name'));
  if (pool === undefined) throw notFound('pool');
  return { database, pool };
};

const create = (call: Call, world: World): RouteReply => {
  const database = findDatabase(call, world);
  const given = read(call, z.object({ name: z.string().min(1), ...fields }));
  if (database.engine !== 'pg') throw unprocessable('Only PostgreSQL has connection pools.');
  if (database.pools.has(given.name)) throw unprocessable('The pool already exists.');
  const pool: Pool = { ...given, user: given.user || null };
  checkInside(database, pool.db, pool.user);
  database.pools.set(pool.name, pool);
  return created({ pool: view(call, database, pool) });
};

const update = (call: Call, world: World): RouteReply => {
  const { database, pool } = find(call, world);
  const given = read(call, z.object(fields));
  checkInside(database, given.db, given.user || null);
  Object.assign(pool, { ...given, user: given.user || null });
  return done;
};

const pools = `${databasePath}/pools`;

/** Connection pools. */
export const poolRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: pools,
    requires: [['database:read']],
    handle: (call, world) => {
      const database = findDatabase(call, world);
      return ok({ pools: [...database.pools.values()].map((it) => view(call, database, it)) });
    },
  },
  { method: 'POST', path: pools, requires: [['database:create']], handle: create },
  {
    method: 'GET',
    path: `${pools}/{pool_name}`,
    requires: [['database:read']],
    handle: (call, world) => {
      const { database, pool } = find(call, world);
      return ok({ pool: view(call, database, pool) });
    },
  },
  {
    method: 'PUT',
    path: `${pools}/{pool_name}`,
    requires: [['database:update']],
    handle: update,
  },
  {
    method: 'DELETE',
    path: `${pools}/{pool_name}`,
    requires: [['database:delete']],
    handle: (call, world) => {
      const { database, pool } = find(call, world);
      database.pools.delete(pool.name);
      return done;
    },
  },
];
