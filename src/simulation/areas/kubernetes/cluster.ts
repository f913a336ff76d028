// A Kubernetes cluster: its node pools, how it comes up and goes, and how it is shown.
import { forPeople } from '../../exchange/times.ts';
import { publicImages } from '../../reference/images.ts';
import { haPrice } from '../../reference/kubernetes.ts';
import { sizeOf } from '../../reference/sizes.ts';
import { assign, projectName, projectOf, unassign, urn } from '../../things/belonging.ts';
import { Droplets } from '../../things/droplets/droplet.ts';
import { addDroplet, comeUp, removeDroplet } from '../../things/droplets/life.ts';
import { registerTags } from '../../things/tagging.ts';
import type { Holder } from '../../token/holder.ts';
import { publicAddress } from '../../world/addresses.ts';
import type { World } from '../../world/world.ts';

/** A worker node; it runs on a Droplet of its own. */
export interface Node {
  readonly id: string;
  readonly name: string;
  state: 'provisioning' | 'running' | 'draining' | 'deleting';
  dropletId: number | null;
  readonly createdAt: number;
  updatedAt: number;
}

/** A pool of equal nodes. */
export interface Pool {
  readonly id: string;
  name: string;
  readonly size: string;
  tags: readonly string[];
  labels: Readonly<Record<string, string>> | null;
  taints: readonly unknown[];
  autoScale: boolean;
  minNodes: number;
  maxNodes: number;
  nodes: Node[];
}

/** A cluster. */
export interface Cluster {
  readonly id: string;
  name: string;
  readonly region: string;
  version: string;
  readonly clusterSubnet: string;
  readonly serviceSubnet: string;
  readonly vpc: string;
  tags: readonly string[];
  readonly pools: Map<string, Pool>;
  maintenance: { readonly start_time: string; readonly day: string };
  autoUpgrade: boolean;
  surgeUpgrade: boolean;
  ha: boolean;
  state: 'provisioning' | 'running' | 'degraded' | 'error' | 'upgrading' | 'deleting';
  message: string;
  ip: string;
  readonly createdAt: number;
  updatedAt: number;
  /** Settings kept as they were sent. */
  settings: Readonly<Record<string, unknown>>;
}

/** The account's clusters by id. */
export class Clusters extends Map<string, Cluster> {}

/** Seconds until a new cluster runs, a new node runs, a deleted cluster is gone. */
const runsAfter = 180;
const nodeAfter = 90;
const goneAfter = 30;

const workerTags = (cluster: Cluster, pool: Pool): readonly string[] => [
  'k8s',
  `k8s:${cluster.id}`,
  'k8s:worker',
  ...cluster.tags,
  ...pool.tags,
];

const image = publicImages[0];

const nodeUp = (world: World, cluster: Cluster, pool: Pool, node: Node, at: number): void => {
  const size = sizeOf(pool.size);
  if (node.state !== 'provisioning' || size === undefined || image === undefined) return;
  const droplet = addDroplet(
    world,
    {
      name: node.name,
      region: cluster.region,
      size,
      image,
      backups: null,
      ipv6: false,
      isPublic: true,
      monitoring: true,
      tags: registerTags(world, workerTags(cluster, pool)),
      vpc: cluster.vpc,
      project: projectOf(world, urn('kubernetes', cluster.id)),
    },
    at,
  );
  comeUp(world, droplet);
  node.dropletId = droplet.id;
  node.state = 'running';
  node.updatedAt = at;
};

/** Adds nodes to a pool; they run when `seconds` have passed. */
export const addNodes = (
  world: World,
  cluster: Cluster,
  pool: Pool,
  count: number,
  at: number,
  seconds: number = nodeAfter,
): void => {
  for (let number = 0; number < count; number += 1) {
    const node: Node = {
      id: world.ids.uuid(),
      name: `${pool.name}-${world.ids.text(5)}`,
      state: 'provisioning',
      dropletId: null,
      createdAt: at,
      updatedAt: at,
    };
    pool.nodes.push(node);
    world.pace.later(seconds, at, (later) => {
      const isThere = world.of(Clusters).get(cluster.id)?.pools.has(pool.id) ?? false;
      if (isThere && pool.nodes.includes(node)) nodeUp(world, cluster, pool, node, later);
    });
  }
};

/** Takes a node and its Droplet away at once. */
export const removeNode = (world: World, pool: Pool, node: Node, at: number): void => {
  pool.nodes = pool.nodes.filter((other) => other !== node);
  const droplet = node.dropletId === null ? undefined : world.of(Droplets).get(node.dropletId);
  if (droplet !== undefined) removeDroplet(world, droplet, at);
};

/** Bills the control plane where it is highly available; nodes are billed as Droplets. */
export const billControlPlane = (world: World, cluster: Cluster, at: number): void => {
  const key = `kubernetes:${cluster.id}`;
  if (!cluster.ha) {
    world.books.stop(key, at);
    return;
  }
  world.books.start(
    key,
    {
      product: 'Kubernetes',
      description: `${cluster.name} (high availability control plane)`,
      group: cluster.name,
      resourceId: '',
      resourceUuid: cluster.id,
      hourly: haPrice / 672,
      monthly: haPrice,
      project: projectName(world, urn('kubernetes', cluster.id)),
    },
    at,
  );
};

/** What a pool is ordered with. */
export interface PoolPlan {
  readonly name: string;
  readonly size: string;
  readonly count: number;
  readonly tags: readonly string[];
  readonly labels: Readonly<Record<string, string>> | null;
  readonly taints: readonly unknown[];
  readonly autoScale: boolean;
  readonly minNodes: number;
  readonly maxNodes: number;
}

/** Adds a pool to a cluster. */
export const addPool = (
  world: World,
  cluster: Cluster,
  plan: PoolPlan,
  at: number,
  seconds?: number,
): Pool => {
  const { count, ...rest } = plan;
  const pool: Pool = { ...rest, id: world.ids.uuid(), nodes: [] };
  cluster.pools.set(pool.id, pool);
  addNodes(world, cluster, pool, count, at, seconds);
  return pool;
};

/** What a cluster is ordered with. */
export type ClusterPlan = Pick<
  Cluster,
  | 'name'
  | 'region'
  | 'version'
  | 'clusterSubnet'
  | 'serviceSubnet'
  | 'vpc'
  | 'tags'
  | 'maintenance'
  | 'autoUpgrade'
  | 'surgeUpgrade'
  | 'ha'
  | 'settings'
> & { readonly pools: readonly PoolPlan[] };

/** Adds a cluster that comes up by itself. */
export const addCluster = (world: World, plan: ClusterPlan, at: number): Cluster => {
  const { pools, ...rest } = plan;
  const cluster: Cluster = {
    ...rest,
    id: world.ids.uuid(),
    pools: new Map(),
    state: 'provisioning',
    message: 'provisioning',
    ip: '',
    createdAt: at,
    updatedAt: at,
  };
  world.of(Clusters).set(cluster.id, cluster);
  assign(world, urn('kubernetes', cluster.id), null, at);
  billControlPlane(world, cluster, at);
  for (const pool of pools) addPool(world, cluster, pool, at, runsAfter);
  const fails = world.faults.fails('cluster');
  world.pace.later(runsAfter, at, (later) => {
    if (cluster.state !== 'provisioning') return;
    cluster.state = fails ? 'error' : 'running';
    cluster.message = fails ? 'The control plane could not be provisioned.' : '';
    cluster.ip = fails ? '' : publicAddress(world);
    cluster.updatedAt = later;
  });
  return cluster;
};

/** Begins the end of a cluster; volumes and load balancers made from inside it stay. */
export const deleteCluster = (world: World, cluster: Cluster, at: number): void => {
  if (cluster.state === 'deleting') return;
  cluster.state = 'deleting';
  cluster.message = '';
  cluster.updatedAt = at;
  world.pace.later(goneAfter, at, (later) => {
    for (const pool of cluster.pools.values()) {
      for (const node of pool.nodes) removeNode(world, pool, node, later);
    }
    world.of(Clusters).delete(cluster.id);
    world.books.stop(`kubernetes:${cluster.id}`, later);
    unassign(world, urn('kubernetes', cluster.id));
  });
};

/** A pool as DigitalOcean shows it; tags only to a token that may read them. */
export const poolView = (cluster: Cluster, pool: Pool, holder: Holder) => ({
  id: pool.id,
  name: pool.name,
  size: pool.size,
  count: pool.nodes.length,
  tags: holder.can('tag:read') ? [...pool.tags, 'k8s', `k8s:${cluster.id}`, 'k8s:worker'] : [],
  labels: pool.labels,
  taints: pool.taints,
  auto_scale: pool.autoScale,
  min_nodes: pool.minNodes,
  max_nodes: pool.maxNodes,
  nodes: pool.nodes.map((node) => ({
    id: node.id,
    name: node.name,
    status: { state: cluster.state === 'deleting' ? 'deleting' : node.state },
    droplet_id: node.dropletId === null ? '' : String(node.dropletId),
    created_at: forPeople(node.createdAt),
    updated_at: forPeople(node.updatedAt),
  })),
});

/** A cluster as DigitalOcean shows it. */
export const clusterView = (cluster: Cluster, holder: Holder) => ({
  ...cluster.settings,
  id: cluster.id,
  name: cluster.name,
  region: cluster.region,
  version: cluster.version,
  cluster_subnet: cluster.clusterSubnet,
  service_subnet: cluster.serviceSubnet,
  ...(holder.can('vpc:read') ? { vpc_uuid: cluster.vpc } : {}),
  ipv4: cluster.ip,
  endpoint: cluster.ip === '' ? '' : `https://${cluster.id}.k8s.ondigitalocean.com`,
  tags: holder.can('tag:read') ? [...cluster.tags, 'k8s', `k8s:${cluster.id}`] : [],
  node_pools: [...cluster.pools.values()].map((pool) => poolView(cluster, pool, holder)),
  maintenance_policy: { ...cluster.maintenance, duration: '4h0m0s' },
  auto_upgrade: cluster.autoUpgrade,
  surge_upgrade: cluster.surgeUpgrade,
  ha: cluster.ha,
  registry_enabled: false,
  registries: [],
  status: { state: cluster.state, message: cluster.message },
  created_at: forPeople(cluster.createdAt),
  updated_at: forPeople(cluster.updatedAt),
});
