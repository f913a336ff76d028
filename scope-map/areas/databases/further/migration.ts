// Copying a database from elsewhere into a cluster while it is in use.
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { argument, read } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const life: LifeCycle = {
  poll: read('databases_get_migrationStatus', {
    database_cluster_uuid: argument('database_cluster_uuid'),
  }),
  state: 'status',
  // Once it syncs, the copy is whole and follows its source until someone stops it.
  done: ['syncing', 'done'],
  failed: ['error', 'canceled'],
  usually: 300,
  what: 'migration',
};

/** Online migration. */
export const migration = entriesOf(facts, {
  databases_update_onlineMigration: {
    title: 'Start an online migration',
    description:
      'Copies a MySQL, PostgreSQL or Valkey server from elsewhere into this cluster, best an empty one, and follows it for up to two weeks.',
    rules: [
      {
        kind: 'needs',
        when: { argument: 'source' },
        arguments: ['source.host', 'source.port', 'source.password'],
      },
    ],
    effect: 'write',
    reply: object(null),
    // The state that is read first may be that of the migration before.
    watch: { ...life, settles: 30 },
    // A lost answer may hide a copy that has begun, and a second one would begin from the front.
    repeatable: false,
    confidential: ['source'],
  },
  databases_get_migrationStatus: {
    title: 'Get the state of an online migration',
    description:
      'Tells how far the latest migration into this cluster is; syncing means that all is copied and changes still follow.',
    reply: object(null),
    watch: life,
  },
  databases_delete_onlineMigration: {
    title: 'Stop an online migration',
    description:
      'Stops a migration into this cluster: what was copied stays, changes at the source follow no longer.',
    reply: nothing,
  },
});
