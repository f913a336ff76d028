// Read-only replicas of PostgreSQL and MySQL clusters.
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { given, needs } from '../../../entry/conditions.ts';
import { argument, read, reply } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import { replicaSecrets } from '../disclosures.ts';
import facts from './facts.json' with { type: 'json' };

const cluster = { database_cluster_uuid: argument('database_cluster_uuid') };

const life: LifeCycle = {
  poll: read('databases_get_replica', { ...cluster, replica_name: argument('replica_name') }),
  state: 'replica.status',
  done: ['online'],
  failed: [],
  usually: 300,
  what: 'replica',
};

/** Read-only replicas. */
export const replicas = entriesOf(facts, {
  databases_list_replicas: {
    title: 'List read-only replicas',
    description:
      'Lists the read-only replicas of a PostgreSQL or MySQL cluster with size and state.',
    discloses: replicaSecrets,
    reply: { kind: 'list', key: 'replicas', paging: { style: 'none' } },
    view: {
      columns: [
        'id',
        'name',
        'region',
        'size',
        'status',
        'storage_size_mib',
        { name: 'host', at: 'connection.host' },
        'private_network_uuid',
        'tags',
        'created_at',
      ],
    },
  },
  databases_get_replica: {
    title: 'Get a read-only replica',
    description: 'Shows one read-only replica: state, size and how to connect.',
    discloses: replicaSecrets,
    reply: object('replica'),
    watch: life,
    passing: [{ status: 404, within: 60 }],
  },
  databases_create_replica: {
    title: 'Create a read-only replica',
    description:
      'Adds a read-only copy of a PostgreSQL or MySQL cluster, in any region, billed as a node of its own; a new cluster must have its first backup.',
    conditions: [
      given('tags', needs('tag:create')),
      given('private_network_uuid', needs('vpc:read')),
    ],
    effect: 'write',
    cost: 'starts',
    discloses: replicaSecrets,
    reply: object('replica'),
    watch: {
      ...life,
      poll: read('databases_get_replica', { ...cluster, replica_name: reply('replica.name') }),
      missing: 'wait',
    },
    // Terraform's provider waits so for the first backup.
    passing: [{ status: 412, within: 600 }],
    says: {
      name: 'Name of the replica, unique in the cluster.',
      region: 'Region slug; default: that of the cluster.',
      size: 'Node size slug, at least as large as that of the cluster.',
    },
  },
  databases_promote_replica: {
    title: 'Promote a read-only replica',
    description:
      'Makes a replica a cluster of its own that takes writes, for good: it follows its primary no longer, which goes on as before.',
    effect: 'write',
    reply: nothing,
  },
  databases_destroy_replica: {
    title: 'Delete a read-only replica',
    description: 'Deletes one read-only replica; its cluster and the data there stay.',
    cost: 'stops',
    reply: nothing,
    watch: { ...life, done: [], missing: 'done', usually: 30 },
  },
});
