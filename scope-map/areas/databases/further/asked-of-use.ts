// How people ask for access to a cluster, its users, pools, replicas and migrations.
import type { Askings } from '../../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  databases_list_firewall_rules: {
    asked: [
      'who can connect to my database',
      'is the db open to the internet',
      'which ips are whitelisted for postgres',
      'show the trusted sources',
    ],
    common: 2,
  },
  databases_update_firewall_rules: {
    asked: [
      'only let my app server reach the database',
      'whitelist my office ip for mysql',
      'lock the db down to our kubernetes cluster',
      'add this droplet to the trusted sources',
      'close the database to the world',
    ],
    common: 2,
  },
  databases_list: {
    asked: [
      'which databases are inside this cluster',
      'show schemas on the postgres server',
      'names of dbs on the mysql instance',
    ],
  },
  databases_add: {
    asked: [
      'create a database called shop on the existing postgres',
      'new schema on the mysql server',
      'i need another db in the same cluster',
    ],
  },
  databases_get: {
    asked: [
      'is there a database named shop on the server',
      'does the orders db exist in this cluster',
      'check for one db inside the cluster',
    ],
    common: 0,
  },
  databases_delete: {
    asked: [
      'drop the shop database but keep the server',
      'remove one schema from mysql',
      'throw away the old db inside the cluster',
    ],
  },
  databases_list_users: {
    asked: [
      'which logins does the database have',
      'show db accounts',
      'who has a user on postgres',
    ],
  },
  databases_get_user: {
    asked: [
      'password of the db user app',
      'what may the kafka user read',
      'details of the login reporting',
    ],
  },
  databases_add_user: {
    asked: [
      'make a login for the app on postgres',
      'give the analyst an account on the db',
      'new kafka user that may only read orders',
      'read only mongodb account',
    ],
    common: 2,
  },
  databases_update_user: {
    asked: [
      'let the kafka user write to another topic',
      'allow replication for the postgres login',
      'restrict this mongodb account to one db',
      'change the acl of a user',
    ],
  },
  databases_reset_auth: {
    asked: [
      'the db password leaked, make a new one',
      'rotate credentials of the postgres user',
      'forgot the database password',
      'old php client cannot log in to mysql, use native password',
    ],
    common: 2,
  },
  databases_delete_user: {
    asked: [
      'take away the analyst login from the db',
      'remove a database account',
      'revoke db access of the contractor',
    ],
  },
  databases_list_connectionPools: {
    asked: [
      'which pgbouncer pools are there',
      'show connection pools of postgres',
      'how many pooled connections are set up',
    ],
  },
  databases_get_connectionPool: {
    asked: [
      'address of the web pool',
      'how big is the pgbouncer pool',
      'connect string through the pool',
    ],
  },
  databases_add_connectionPool: {
    asked: [
      'too many connections on postgres, share them',
      'set up pgbouncer for the app',
      'pool 20 connections for the workers',
    ],
  },
  databases_update_connectionPool: {
    asked: [
      'make the pgbouncer pool bigger',
      'switch the pool to transaction mode',
      'point the pool at another db',
    ],
  },
  databases_delete_connectionPool: {
    asked: [
      'remove the pgbouncer pool',
      'drop a pool that nobody uses',
      'stop pooling for reports',
    ],
  },
  databases_list_replicas: {
    asked: [
      'which read replicas does postgres have',
      'copies of the database in other regions',
      'show standby read servers',
    ],
  },
  databases_get_replica: {
    asked: [
      'is the read replica ready',
      'host of the reporting replica',
      'how large is the read copy',
    ],
  },
  databases_create_replica: {
    asked: [
      'add a read only copy for reports',
      'take read load off the primary',
      'read replica in london',
    ],
  },
  databases_promote_replica: {
    asked: [
      'turn the read replica into the main database',
      'make the copy writable',
      'fail over to the replica because the primary region is down',
    ],
  },
  databases_destroy_replica: {
    asked: [
      'get rid of the read replica',
      'stop paying for the reporting copy',
      'remove the copy in london',
    ],
  },
  databases_update_onlineMigration: {
    asked: [
      'move our rds postgres over without downtime',
      'import a mysql server from another provider',
      'copy an existing redis into this cluster',
      'migrate from heroku postgres',
    ],
  },
  databases_get_migrationStatus: {
    asked: [
      'how far is the import from rds',
      'is the db migration finished',
      'did copying the old database fail',
    ],
  },
  databases_delete_onlineMigration: {
    asked: [
      'stop copying from the old server',
      'cut over now and end the sync',
      'abort the db migration',
    ],
    common: 0,
  },
};
