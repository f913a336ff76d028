// Why DigitalOcean would refuse what is done with clusters.
import type { Check, Refusals, Untold } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import {
  ground,
  limited,
  look,
  mustBeNew,
  mustExist,
  openRegion,
  perhaps,
  untold,
} from '../../entry/refusals.ts';

const options = looking('kubernetes_list_options', {});
const itself = looking('kubernetes_get_cluster', { cluster_id: 'cluster_id' });

const isRunning: Check = look(itself, [
  ground(
    { at: 'kubernetes_cluster.status.state', isNot: ['running'] },
    'the cluster does not run at the moment',
  ),
]);

/** The beginning of a version may stand for the newest that begins so, and `latest` for the newest of all. */
const version: Check = look(
  options,
  [
    ground({ at: 'options.versions.slug', startsNone: 'version' }, 'there is no version {version}'),
    perhaps(
      { at: 'options.versions.slug', lacks: 'version' },
      'which version DigitalOcean takes for {version}',
    ),
  ],
  { when: { argument: 'version', is: ['latest'], absent: true } },
);

const sizeAt = (place: string): Check =>
  look(options, [ground('missing', 'nodes cannot have the size {it}')], {
    each: place,
    among: { list: 'options.sizes', where: { slug: 'it' } },
  });

/** Nodes count as Droplets. */
const nodes = (place: string): Check =>
  limited(
    looking('droplets_list', {}),
    'droplet_limit',
    'the nodes would exceed the limit of Droplets that the account may have',
    { summing: place },
  );

/** Names of tags that begin so are DigitalOcean's own. */
const reservedTags = (...places: readonly string[]): Untold =>
  untold(
    'whether the tags may be given: those that begin with k8s may not',
    undefined,
    places.map((at) => ({ at, like: /^(?!k8s)/ })),
  );

/** By operation id. */
export const refusals: Refusals = {
  kubernetes_create_cluster: [
    openRegion(),
    look(options, [ground('missing', 'there are no clusters in {region}')], {
      among: { list: 'options.regions', where: { slug: 'region' } },
    }),
    version,
    ...['node_pools.size'].map(sizeAt),
    mustBeNew(
      looking('kubernetes_list_clusters', {}),
      'kubernetes_clusters',
      { name: 'name' },
      'there is a cluster {name}',
    ),
    mustExist(looking('vpcs_get', { vpc_id: 'vpc_uuid' }), 'there is no VPC network {vpc_uuid}', {
      further: [
        ground({ at: 'vpc.region', lacks: 'region' }, 'the VPC network is not in {region}'),
      ],
    }),
    nodes('node_pools.count'),
    untold('whether the nodes fit under the limit of Droplets', {
      argument: 'node_pools.auto_scale',
      is: [true],
    }),
    untold('whether the ranges of addresses are free', { argument: 'cluster_subnet' }),
    untold('whether the ranges of addresses are free', { argument: 'service_subnet' }),
    untold('whether there is this subnet', { argument: 'worker_subnet_uuid' }),
    untold('whether the settings of single sign-on go together', { argument: 'sso' }),
    reservedTags('tags', 'node_pools.tags'),
  ],
  kubernetes_update_cluster: [
    look(itself, [
      ground(
        { at: 'kubernetes_cluster.ha', is: [true] },
        'a highly available control plane stays one',
        { when: { argument: 'ha', is: [false] } },
      ),
    ]),
    untold('whether the settings of single sign-on go together', { argument: 'sso' }),
    reservedTags('tags'),
  ],
  kubernetes_delete_cluster: [],
  kubernetes_upgrade_cluster: [
    isRunning,
    look(
      looking('kubernetes_get_availableUpgrades', { cluster_id: 'cluster_id' }),
      [ground('missing', 'the cluster cannot be upgraded to {version} now')],
      { among: { list: 'available_upgrade_versions', where: { slug: 'version' } } },
    ),
  ],
  kubernetes_add_nodePool: [
    sizeAt('size'),
    look(
      looking('kubernetes_list_nodePools', { cluster_id: 'cluster_id' }),
      [perhaps('found', 'whether the cluster may have a second pool {name}')],
      { among: { list: 'node_pools', where: { name: 'name' } } },
    ),
    nodes('count'),
    untold('whether the nodes fit under the limit of Droplets', {
      argument: 'auto_scale',
      is: [true],
    }),
    reservedTags('tags'),
  ],
  kubernetes_update_nodePool: [
    look(
      looking('kubernetes_get_nodePool', {
        cluster_id: 'cluster_id',
        node_pool_id: 'node_pool_id',
      }),
      [
        perhaps(
          { at: 'node_pool.count', below: 'count' },
          'whether the nodes fit under the limit of Droplets',
          { argument: 'count' },
        ),
      ],
    ),
    untold('whether the bounds go together', { argument: 'min_nodes' }),
    untold('whether the bounds go together', { argument: 'max_nodes' }),
    untold('whether the bounds go together', { argument: 'auto_scale', is: [true] }),
    reservedTags('tags'),
  ],
  kubernetes_delete_nodePool: [],
  kubernetes_delete_node: [
    look(
      looking('kubernetes_get_nodePool', {
        cluster_id: 'cluster_id',
        node_pool_id: 'node_pool_id',
      }),
      [ground('missing', 'the pool has no node {node_id}')],
      { among: { list: 'node_pool.nodes', where: { id: 'node_id' } } },
    ),
    untold('whether the nodes fit under the limit of Droplets', { argument: 'replace' }),
  ],
  kubernetes_run_clusterLint: [isRunning],
  kubernetes_destroy_associatedResourcesDangerous: [],
};
