// Node pools: how their nodes come and go. Each node runs on a Droplet of its own.

import { publicImages } from '../../reference/images.ts';
import { sizeOf } from '../../reference/sizes.ts';
import { projectOf, urn } from '../../things/belonging.ts';
import { Droplets } from '../../things/droplets/droplet.ts';
import { addDroplet, comeUp, removeDroplet } from '../../things/droplets/life.ts';
import { registerTags } from '../../things/tagging.ts';
import type { World } from '../../world/world.ts';
import { type Cluster, Clusters, type Node, type Pool } from './kept.ts';

/** Seconds until a new node runs. */
const nodeAfter = 90;

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
      hasAgent: true,
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
