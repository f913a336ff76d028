// Users of a database cluster and what each may do in it.
import * as z from 'zod';
import { type Call, created, done, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { choice, optional, read } from '../../exchange/input.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import {
  addUser,
  type Database,
  newPassword,
  type User,
  type UserSettings,
} from '../../things/databases/database.ts';
import type { World } from '../../world/world.ts';
import { databasePath, findDatabase } from './inside.ts';
import { userView } from './view.ts';

const mysqlSettings = optional(
  z.object({ auth_plugin: z.enum(['mysql_native_password', 'caching_sha2_password']) }),
);

const aclOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  optional(
    z.array(
      z.object({
        id: optional(z.string()),
        topic: optional(z.string()),
        index: optional(z.string()),
        permission: z.enum(words),
      }),
    ),
  );

const settings = optional(
  z.object({
    pg_allow_replication: optional(z.boolean()),
    acl: aclOf(['admin', 'consume', 'produce', 'produceconsume']),
    opensearch_acl: aclOf(['deny', 'admin', 'read', 'readwrite', 'write']),
    mongo_user_settings: optional(
      z.object({
        databases: optional(z.array(z.string())),
        role: choice(['readOnly', 'readWrite', 'dbAdmin']),
      }),
    ),
  }),
);

const present = (given: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );

/** What an engine has no such setting for is refused; ACLs of Kafka get ids. */
const settingsOf = (
  world: World,
  database: Database,
  given: { mysql_settings?: z.output<typeof mysqlSettings>; settings?: z.output<typeof settings> },
): UserSettings => {
  const { engine } = database;
  if (given.mysql_settings && engine !== 'mysql') {
    throw unprocessable('mysql_settings is for clusters of MySQL only.');
  }
  const { acl, opensearch_acl: indexes, pg_allow_replication: replicates } = given.settings ?? {};
  if (acl && engine !== 'kafka') throw unprocessable('settings.acl is for clusters of Kafka only.');
  if (indexes && engine !== 'opensearch') {
    throw unprocessable('settings.opensearch_acl is for clusters of OpenSearch only.');
  }
  if (replicates && engine !== 'pg') {
    throw unprocessable('settings.pg_allow_replication is for clusters of PostgreSQL only.');
  }
  const rights = acl && {
    acl: acl.map((it) => ({ ...present(it), id: it.id || world.ids.text(8) })),
  };
  return {
    ...(engine === 'mysql'
      ? { mysql_settings: given.mysql_settings ?? { auth_plugin: 'caching_sha2_password' } }
      : {}),
    ...(given.settings ? { settings: { ...present(given.settings), ...rights } } : {}),
  };
};

const findUser = (call: Call, world: World): { database: Database; user: User } => {
  const database = findDatabase(call, world);
  const user = database.users.get(segment(call, 'username'));
  if (user === undefined) throw notFound('user');
  return { database, user };
};

const create = (call: Call, world: World): RouteReply => {
  const database = findDatabase(call, world);
  const given = read(
    call,
    z.object({ name: z.string().min(1), mysql_settings: mysqlSettings, settings }),
  );
  if (database.users.has(given.name)) throw unprocessable('The user already exists.');
  const kept = settingsOf(world, database, given);
  const user = addUser(world, database, given.name, 'normal', kept);
  return created({ user: userView(user, call.holder) });
};

/** PUT replaces a user's settings. */
const update = (call: Call, world: World): RouteReply => {
  const { database, user } = findUser(call, world);
  const given = read(call, z.object({ settings, mysql_settings: mysqlSettings }));
  const mysql_settings = given.mysql_settings ?? mysqlSettings.parse(user.settings.mysql_settings);
  user.settings = settingsOf(world, database, { settings: given.settings, mysql_settings });
  return created({ user: userView(user, call.holder) });
};

/** A new password and, for MySQL, another way to prove it. */
const resetAuth = (call: Call, world: World): RouteReply => {
  const { database, user } = findUser(call, world);
  const given = read(call, z.object({ mysql_settings: mysqlSettings }));
  if (given.mysql_settings) {
    user.settings = { ...user.settings, ...settingsOf(world, database, given) };
  }
  user.password = newPassword(world);
  return ok({ user: userView(user, call.holder) });
};

const users = `${databasePath}/users`;

/** Users of a cluster. */
export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: users,
    requires: [['database:read']],
    handle: (call, world) => {
      const all = [...findDatabase(call, world).users.values()];
      return ok({ users: all.map((user) => userView(user, call.holder)) });
    },
  },
  { method: 'POST', path: users, requires: [['database:create']], handle: create },
  {
    method: 'GET',
    path: `${users}/{username}`,
    requires: [['database:read']],
    handle: (call, world) => ok({ user: userView(findUser(call, world).user, call.holder) }),
  },
  {
    method: 'PUT',
    path: `${users}/{username}`,
    requires: [['database:update']],
    handle: update,
  },
  {
    method: 'POST',
    path: `${users}/{username}/reset_auth`,
    requires: [['database:update']],
    handle: resetAuth,
  },
  {
    method: 'DELETE',
    path: `${users}/{username}`,
    requires: [['database:delete']],
    handle: (call, world) => {
      const { database, user } = findUser(call, world);
      if (user.role === 'primary') throw unprocessable('The primary user cannot be deleted.');
      database.users.delete(user.name);
      return done;
    },
  },
];
