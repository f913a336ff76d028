// Managed database clusters.

import type { Disclosure, LifeCycle } from '../../endpoint.ts';
import { describeArea } from '../../entry/area-map.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'database.status',
  done: ['online'],
  failed: [],
  usually: 300,
  what: 'database cluster',
};

// Connections carry the password twice: by itself and inside the address.
const credentials: Disclosure = {
  kind: 'credential',
  fields: [
    'connection.uri',
    'connection.user',
    'connection.password',
    'private_connection.uri',
    'private_connection.user',
    'private_connection.password',
    'standby_connection.uri',
    'standby_connection.user',
    'standby_connection.password',
    'standby_private_connection.uri',
    'standby_private_connection.user',
    'standby_private_connection.password',
    'ui_connection.uri',
    'ui_connection.user',
    'ui_connection.password',
    'schema_registry_connection.uri',
    'schema_registry_connection.user',
    'schema_registry_connection.password',
    'users.password',
    'users.access_cert',
    'users.access_key',
  ],
};

export default describeArea(facts, words, {
  databases_list_clusters: {
    title: 'List database clusters',
    description: 'Lists managed database clusters with engine, size and state.',
    conditions: [{ when: { argument: 'tag_name' }, needs: ['tag:read'] }],
    discloses: credentials,
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
    discloses: credentials,
    reply: { kind: 'object', key: 'database' },
    view: { drops: ['maintenance_window.description'] },
    watch: {
      ...life,
      poll: {
        operation: 'databases_get_cluster',
        path: { database_cluster_uuid: { argument: 'database_cluster_uuid' } },
      },
    },
    // A new cluster is not found everywhere at once.
    passing: [{ status: 404, within: 60 }],
  },
  databases_create_cluster: {
    title: 'Create a database cluster',
    description:
      'Creates a managed database cluster, online in five minutes or more; billing starts now, per node.',
    conditions: [
      { when: { argument: 'tags' }, needs: ['tag:create'] },
      { when: { argument: 'project_id' }, needs: ['project:assign_resource'] },
      { when: { argument: 'private_network_uuid' }, needs: ['vpc:read'] },
    ],
    effect: 'write',
    cost: 'starts',
    discloses: credentials,
    reply: { kind: 'object', key: 'database' },
    view: { drops: ['maintenance_window.description'] },
    watch: {
      ...life,
      poll: {
        operation: 'databases_get_cluster',
        path: { database_cluster_uuid: { reply: 'database.id' } },
      },
      missing: 'wait',
    },
    says: {
      size: 'Node size slug, such as db-s-1vcpu-1gb.',
      version: "Engine version; default: DigitalOcean's choice.",
      rules: 'Who may connect; everyone with the password if absent.',
    },
  },
});
