// A cluster as a whole: its size, place, version, updates and backups.
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { argument, read } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const life: LifeCycle = {
  poll: read('databases_get_cluster', {
    database_cluster_uuid: argument('database_cluster_uuid'),
  }),
  state: 'database.status',
  done: ['online'],
  failed: [],
  // The work is accepted before the state shows it.
  settles: 60,
  usually: 300,
  what: 'database cluster',
};

/** Clusters: size, region, version, updates, backups, events, certificate. */
export const clusters = entriesOf(facts, {
  databases_update_clusterSize: {
    title: 'Resize a database cluster',
    description:
      'Gives a cluster other nodes, more or fewer of them, or a larger disk; takes minutes and changes the price. Both size and num_nodes must be said.',
    effect: 'write',
    cost: 'raises',
    reply: nothing,
    watch: life,
    says: {
      size: 'Node size slug, such as db-s-2vcpu-4gb, from databases_list_options.',
      num_nodes: 'Nodes from now on, standbys included; as it is if only the size changes.',
    },
  },
  databases_update_region: {
    title: 'Move a database cluster to another region',
    description:
      'Moves a cluster with all its data to another region, which can take long; what reaches it through its present VPC must move too.',
    effect: 'write',
    reply: nothing,
    watch: { ...life, usually: 900 },
    says: { region: 'Region slug to move to.' },
  },
  databases_update_major_version: {
    title: 'Upgrade the version of a database',
    description:
      'Moves a cluster to a newer major version of its engine, with no way back; databases_install_update only installs patches.',
    effect: 'write',
    reply: nothing,
    says: { version: 'Version to move to, newer than the present one, such as 17.' },
  },
  databases_install_update: {
    title: 'Install pending updates of a database',
    description:
      'Installs the pending updates of a cluster now and not in its maintenance window; connections may break off for a moment.',
    effect: 'write',
    reply: nothing,
  },
  databases_list_backups: {
    title: 'List backups of a database cluster',
    description:
      'Lists the backups of a cluster; databases_create_cluster with backup_restore makes a cluster of one. Valkey has none.',
    reply: { kind: 'list', key: 'backups', paging: { style: 'none' } },
    view: { columns: ['created_at', 'size_gigabytes', 'incremental'] },
  },
  databases_list_events_logs: {
    title: 'List events of a database cluster',
    description:
      'Lists what happened to a cluster: made, changed, maintained, failed over to a standby, powered off.',
    reply: { kind: 'list', key: 'events', paging: { style: 'none' } },
    view: { columns: ['id', 'event_type', 'create_time', 'cluster_name'] },
  },
  databases_get_ca: {
    title: 'Get the CA certificate of a database',
    description:
      'Shows the certificate (base64) with which clients check that they talk to this cluster; it is public.',
    reply: object('ca'),
  },
});
