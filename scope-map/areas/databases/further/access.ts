// Who may connect to a cluster, and which databases are in it.
import { absent } from '../../../entry/conditions.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

/** Trusted sources and databases of a cluster. */
export const access = entriesOf(facts, {
  databases_list_firewall_rules: {
    title: 'List trusted sources of a database',
    description:
      'Lists who may connect to a cluster: Droplets, Kubernetes clusters, apps, tags and addresses. None means everyone who has the password.',
    reply: { kind: 'list', key: 'rules', paging: { style: 'none' } },
    view: { columns: ['uuid', 'type', 'value', 'description', 'created_at'] },
  },
  databases_update_firewall_rules: {
    title: 'Replace trusted sources of a database',
    description:
      'Lets exactly these connect to a cluster and nobody else: start from databases_list_firewall_rules, as sources left out are locked out; the first rule locks out everybody else.',
    conditions: [
      absent('rules', 'takes all trusted sources away, so that every address may connect'),
    ],
    effect: 'write',
    reply: nothing,
    says: {
      rules: 'All trusted sources from now on; an empty list lets everyone with a password in.',
      'rules.uuid': 'Id of a rule that is there already.',
      'rules.description': 'What it is for.',
    },
  },
  databases_list: {
    title: 'List databases in a cluster',
    description:
      'Lists the databases inside one cluster by name; the clusters themselves are in databases_list_clusters.',
    reply: { kind: 'list', key: 'dbs', paging: { style: 'none' } },
    view: { columns: ['name'] },
  },
  databases_add: {
    title: 'Add a database to a cluster',
    description:
      'Adds an empty database to a cluster, at no further cost; Valkey, Kafka and OpenSearch have none.',
    effect: 'write',
    reply: object('db'),
    says: { name: 'Name of the new database.' },
  },
  databases_get: {
    title: 'Get a database in a cluster',
    description:
      'Tells whether a cluster has a database of this name, and nothing more about it; databases_get_cluster shows the cluster.',
    reply: object('db'),
  },
  databases_delete: {
    title: 'Delete a database in a cluster',
    description:
      'Deletes one database with all its tables, for good; the cluster stays (databases_destroy_cluster deletes that).',
    reply: nothing,
  },
});
