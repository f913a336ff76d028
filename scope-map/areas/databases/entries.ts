// Managed database clusters.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { given, needs } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object } from '../../entry/replies.ts';
import { clusterSecrets } from './disclosures.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'database.status',
  done: ['online'],
  failed: [],
  usually: 300,
  what: 'database cluster',
};

const itself = read('databases_get_cluster', {
  database_cluster_uuid: argument('database_cluster_uuid'),
});

export default describeArea(facts, words, {
  databases_list_clusters: {
    title: 'List database clusters',
    description: 'Lists managed database clusters with engine, size and state.',
    conditions: [given('tag_name', needs('tag:read'))],
    discloses: clusterSecrets,
    reply: { kind: 'list', key: 'databases', paging: { style: 'none' } },
    view: {
      drops: [
        'users',
        'db_names',
        'ui_connection',
        'schema_registry_connection',
        'standby_connection',
        'standby_private_connection',
        'metrics_endpoints',
        'maintenance_window.description',
      ],
    },
  },
  databases_get_cluster: {
    title: 'Get a database cluster',
    description: 'Shows one cluster: state, hosts, ports, databases and users.',
    discloses: clusterSecrets,
    reply: object('database'),
    view: { drops: ['maintenance_window.description'] },
    watch: {
      ...life,
      poll: itself,
    },
    // A new cluster is not found everywhere at once.
    passing: [{ status: 404, within: 60 }],
  },
  databases_create_cluster: {
    title: 'Create a database cluster',
    description:
      'Creates a managed database cluster, online in five minutes or more; billing starts now, per node.',
    conditions: [
      given('tags', needs('tag:create')),
      given('project_id', needs('project:assign_resource')),
      given('private_network_uuid', needs('vpc:read')),
    ],
    effect: 'write',
    cost: 'starts',
    discloses: clusterSecrets,
    reply: object('database'),
    view: { drops: ['maintenance_window.description'] },
    watch: {
      ...life,
      poll: read('databases_get_cluster', { database_cluster_uuid: reply('database.id') }),
      missing: 'wait',
    },
    says: {
      size: 'Node size slug, such as db-s-1vcpu-1gb; not a Droplet size.',
      version: "Engine version; default: DigitalOcean's choice.",
      rules: 'Who may connect; everyone with the password if absent.',
    },
  },
  databases_list_options: {
    title: 'List database options',
    description:
      'Tells by engine the versions, regions and sizes (by number of nodes) that a cluster can have, without prices; fields such as options.pg ask for one engine.',
    reply: object(null),
    view: { drops: ['version_availability'] },
  },
  databases_destroy_cluster: {
    title: 'Delete a database cluster',
    description: 'Deletes a cluster with all databases, users and backups in it, for good.',
    cost: 'stops',
    reply: nothing,
    watch: {
      ...life,
      poll: itself,
      done: [],
      missing: 'done',
      usually: 15,
    },
  },
});
