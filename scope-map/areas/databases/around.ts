// A database cluster and what stands around it: what is in it, who uses it, who may connect.
import type { Hanging, Thing } from '../../endpoint/harm.ts';
import { argument, datedCost, its, look } from '../../entry/looks.ts';

/** The cluster that calls name. */
export const id = argument('database_cluster_uuid');

/** The cluster that the call is about. */
export const cluster: Thing = {
  look: look('databases_get_cluster', { database_cluster_uuid: id }),
  details: [
    { at: 'engine' },
    { at: 'version', says: 'version {}' },
    { at: 'size' },
    { at: 'region', says: 'in {}' },
    { at: 'storage_size_mib', as: 'MiB' },
    { at: 'created_at', as: 'age' },
    { at: 'tags', says: 'tagged {}' },
  ],
  costs: datedCost('databases', {
    by: [{ at: 'engine' }, { at: 'size' }],
    amount: [{ at: 'num_nodes' }],
  }),
};

const rules = look('databases_list_firewall_rules', { database_cluster_uuid: id });

/** Apps that name it in their spec, or that it lets in. */
export const apps: Hanging = {
  kind: 'app',
  asks: 'which apps use it',
  fate: 'loses',
  look: look('apps_list', {}),
  belongs: [
    { at: 'spec.databases.cluster_name', is: its('name') },
    { at: 'id', is: { seen: rules, at: 'value' } },
  ],
  named: 'spec.name',
};

/** Who may connect to it. */
export const sources: Hanging = {
  kind: 'trusted source',
  asks: 'who may connect to it',
  fate: 'loses',
  look: rules,
  named: 'value',
  tallies: [
    { where: { type: 'droplet' }, says: 'by Droplet' },
    { where: { type: 'k8s' }, says: 'by Kubernetes cluster' },
    { where: { type: 'app' }, says: 'by app' },
    { where: { type: 'tag' }, says: 'by tag' },
  ],
};

/** Its replicas. */
export const replicas: Hanging = {
  kind: 'replica',
  asks: 'which replicas it has',
  fate: 'destroyed',
  look: look('databases_list_replicas', { database_cluster_uuid: id }),
  costs: datedCost('database_replicas', { by: [{ at: 'size' }] }),
};

/** Its backups. */
export const backups: Hanging = {
  kind: 'backup',
  asks: 'which backups it has',
  fate: 'destroyed',
  look: look('databases_list_backups', { database_cluster_uuid: id }),
  named: 'created_at',
};

/** Its connection pools. */
export const pools: Hanging = {
  kind: 'connection pool',
  asks: 'which connection pools it has',
  fate: 'destroyed',
  look: look('databases_list_connectionPools', { database_cluster_uuid: id }),
};

/** The cluster of what is in it. */
export const ofCluster: Hanging = {
  kind: 'database cluster',
  asks: 'of which cluster it is',
  fate: 'stays',
  look: cluster.look,
};

/** What uses the whole cluster and may use this. */
export const users: readonly Hanging[] = [
  ofCluster,
  {
    ...sources,
    asks: 'who may connect to the cluster',
    fate: 'stays',
    note: 'any of them may use it',
  },
];
