// How a cluster is set up: engine settings, disk growth, maintenance, host names, metrics.
import type { Behaviour } from '../../../endpoint/behaviour.ts';
import { absent, overwrites, valued } from '../../../entry/conditions.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { engineConfig } from './full-schemas.ts';

const eviction: Behaviour = {
  as: 'setting',
  starts: { eviction_policy: 'noeviction' },
  within: { field: 'database.engine', is: ['valkey', 'redis'] },
};

const sqlMode: Behaviour = {
  as: 'setting',
  within: { field: 'database.engine', is: ['mysql'] },
};

/** Settings of clusters. */
export const configuration = entriesOf(facts, {
  databases_get_config: {
    title: 'Get the settings of a database engine',
    description:
      'Shows the engine settings of a cluster (MySQL, PostgreSQL, Valkey, Kafka, OpenSearch, MongoDB), such as timeouts, limits and logging.',
    reply: object('config'),
    simulate: { as: 'setting' },
  },
  databases_patch_config: {
    title: 'Change the settings of a database engine',
    description:
      'Changes the engine settings that are given and leaves the others; some restart the engine. databases_get_config shows names and values.',
    effect: 'write',
    reply: nothing,
    inFull: { config: engineConfig },
    simulate: { as: 'setting' },
  },
  databases_get_autoscale: {
    title: 'Get the disk growth of a database',
    description: 'Shows whether the disk of a cluster grows by itself, when and by how much.',
    reply: object('autoscale'),
    simulate: { as: 'setting', starts: { storage: { enabled: false } } },
  },
  databases_update_autoscale: {
    title: 'Let the disk of a database grow',
    description:
      'Lets the disk of a cluster grow by itself once it is full to a share, or stops that; each growth raises the price and is never undone.',
    conditions: [valued('storage.enabled', [true], { cost: 'raises' })],
    effect: 'write',
    reply: nothing,
    simulate: { as: 'setting', starts: { storage: { enabled: false } } },
  },
  databases_update_maintenanceWindow: {
    title: 'Set the maintenance window of a database',
    description:
      'Sets day and hour at which updates of a cluster are installed; databases_get_cluster shows the present window and what is pending.',
    effect: 'write',
    reply: nothing,
  },
  databases_get_do_settings: {
    title: 'Get the host names of a database',
    description: 'Shows the host names of your own that the certificate of a cluster covers.',
    reply: object('do_settings'),
    simulate: { as: 'setting' },
  },
  databases_update_do_settings: {
    title: 'Set the host names of a database',
    description:
      'Sets all host names of your own that the certificate of a cluster shall cover; its nodes are replaced one by one meanwhile.',
    conditions: [
      absent('do_settings.service_cnames', 'takes all host names of your own off the cluster'),
    ],
    effect: 'write',
    reply: nothing,
    simulate: { as: 'setting' },
  },
  databases_get_evictionPolicy: {
    title: 'Get the eviction policy of a cache',
    description: 'Shows what a Valkey or Caching cluster does when its memory is full.',
    reply: object(null),
    simulate: eviction,
  },
  databases_update_evictionPolicy: {
    title: 'Set the eviction policy of a cache',
    description:
      'Sets what a Valkey or Caching cluster does when its memory is full: refuse writes, or drop keys by age, chance or expiry.',
    effect: 'write',
    reply: nothing,
    simulate: eviction,
  },
  databases_get_sql_mode: {
    title: 'Get the SQL mode of a MySQL cluster',
    description: 'Shows the SQL modes of a MySQL cluster: how strictly it reads and checks.',
    reply: object(null),
    simulate: sqlMode,
  },
  databases_update_sql_mode: {
    title: 'Set the SQL mode of a MySQL cluster',
    description:
      'Sets all SQL modes of a MySQL cluster at once; read the present ones with databases_get_sql_mode and send those that shall stay.',
    effect: 'write',
    reply: nothing,
    simulate: sqlMode,
  },
  databases_get_cluster_metrics_credentials: {
    title: 'Get the metrics credentials of all databases',
    description:
      'Hands out user and password with which a Prometheus reads the metrics of all clusters of the account.',
    discloses: { kind: 'credential', fields: ['**.basic_auth_password'], only: true },
    reply: object('credentials'),
  },
  databases_update_cluster_metrics_credentials: {
    title: 'Set the metrics credentials of all databases',
    description:
      'Sets user and password for the metrics of all clusters of the account; whatever scrapes with the old ones stops working.',
    conditions: [overwrites('credentials', 'replaces the metrics credentials of every cluster')],
    rules: [
      {
        kind: 'needs',
        when: { argument: 'credentials' },
        arguments: ['credentials.basic_auth_username', 'credentials.basic_auth_password'],
      },
    ],
    effect: 'write',
    reply: nothing,
    confidential: ['credentials'],
  },
});
