// Managed databases: the operations.
import { unassign, urn } from '../../account/belonging.ts';
import { done, ok } from '../../exchange/call.ts';
import type { Route } from '../../exchange/router.ts';
import { databaseOptions } from '../../reference/databases.ts';
import { databaseView } from './database.ts';
import { databasePath, findDatabase, insideRoutes } from './inside.ts';
import { createDatabase, resizeDatabase } from './orders.ts';

/** Managed databases. */
export const databaseRoutes: readonly Route[] = [
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
    handle: (call, account) => {
      const tag = call.query.get('tag_name');
      if (tag !== null) call.holder.demand([['tag:read']]);
      const databases = [...account.databases.values()].filter(
        ({ tags }) => tag === null || tags.includes(tag),
      );
      return ok({ databases: databases.map((it) => databaseView(account, it, call.holder)) });
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
    handle: (call, account) =>
      ok({ database: databaseView(account, findDatabase(call, account), call.holder) }),
  },
  {
    method: 'DELETE',
    path: databasePath,
    requires: [['database:delete']],
    handle: (call, account) => {
      const database = findDatabase(call, account);
      account.databases.delete(database.id);
      account.ledger.stop(`database:${database.id}`, call.now);
      unassign(account, urn('dbaas', database.id));
      return done;
    },
  },
  {
    method: 'PUT',
    path: `${databasePath}/resize`,
    requires: [['database:update']],
    handle: (call, account) => resizeDatabase(call, account, findDatabase(call, account)),
  },
  ...insideRoutes,
];
