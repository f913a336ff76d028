// What goes with users and connection pools of databases: whoever logs in by them.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';
import { apps, id, ofCluster, pools, users } from './around.ts';

const user: Thing = {
  look: look('databases_get_user', { database_cluster_uuid: id, username: argument('username') }),
  details: [{ at: 'role' }],
};

const theUser = { kind: 'database user', name: 'username', thing: user } as const;

const poolsOfUser: Hanging = {
  ...pools,
  asks: 'which connection pools log in with it',
  fate: 'loses',
  belongs: [{ at: 'user', is: argument('username') }],
};

const pool: Thing = {
  look: look('databases_get_connectionPool', {
    database_cluster_uuid: id,
    pool_name: argument('pool_name'),
  }),
  details: [
    { at: 'db', says: 'to {}' },
    { at: 'user', says: 'as {}' },
    { at: 'size', says: '{} connections' },
  ],
};

/** By operation id. */
export const harmsOfUsers: Harms = {
  databases_update_user: { ...theUser, hangs: [poolsOfUser, ofCluster] },
  databases_reset_auth: {
    ...theUser,
    hangs: [
      { ...poolsOfUser, note: 'logged in with the old password' },
      ...users,
      {
        ...apps,
        belongs: [{ at: 'spec.databases.db_user', is: argument('username') }],
        note: 'logging in as a user of this name',
      },
    ],
  },
  databases_delete_user: {
    ...theUser,
    hangs: [
      poolsOfUser,
      {
        ...apps,
        belongs: [{ at: 'spec.databases.db_user', is: argument('username') }],
        note: 'logging in as a user of this name',
      },
      ...users,
    ],
  },
  databases_update_connectionPool: {
    kind: 'connection pool',
    name: 'pool_name',
    thing: pool,
    hangs: users,
  },
  databases_delete_connectionPool: {
    kind: 'connection pool',
    name: 'pool_name',
    thing: pool,
    hangs: users,
  },
};
