// Connection pools of PostgreSQL clusters.
import { absent } from '../../../entry/conditions.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import { poolSecrets } from '../disclosures.ts';
import facts from './facts.json' with { type: 'json' };

/** Connection pools. */
export const pools = entriesOf(facts, {
  databases_list_connectionPools: {
    title: 'List connection pools',
    description:
      'Lists the connection pools (PgBouncer) of a PostgreSQL cluster with mode, size, database and user.',
    discloses: poolSecrets,
    reply: { kind: 'list', key: 'pools', paging: { style: 'none' } },
    view: {
      columns: [
        'name',
        'mode',
        'size',
        'db',
        'user',
        { name: 'host', at: 'connection.host' },
        { name: 'port', at: 'connection.port' },
      ],
    },
  },
  databases_get_connectionPool: {
    title: 'Get a connection pool',
    description: 'Shows one connection pool of a PostgreSQL cluster and how to connect through it.',
    discloses: poolSecrets,
    reply: object('pool'),
    view: { drops: ['standby_connection', 'standby_private_connection'] },
  },
  databases_add_connectionPool: {
    title: 'Add a connection pool',
    description:
      'Adds a connection pool to a PostgreSQL cluster, so that many clients share few connections: 25 for each GB of memory, less three.',
    effect: 'write',
    discloses: poolSecrets,
    reply: object('pool'),
    view: { drops: ['standby_connection', 'standby_private_connection'] },
    says: { name: 'Name of the pool, in place of the database name in connections.' },
  },
  databases_update_connectionPool: {
    title: 'Change a connection pool',
    description:
      'Sets mode, size, database and user of a connection pool anew: send what shall stay too, as databases_get_connection_pool shows it.',
    conditions: [
      absent('user', 'takes the user off the pool, so that clients log in as themselves'),
    ],
    effect: 'write',
    reply: nothing,
  },
  databases_delete_connectionPool: {
    title: 'Delete a connection pool',
    description:
      'Deletes a connection pool of a PostgreSQL cluster: clients that use it cannot connect any more, the data stays.',
    reply: nothing,
  },
});
