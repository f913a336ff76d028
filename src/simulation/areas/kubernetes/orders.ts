// Ordering and changing clusters: their form, and what DigitalOcean checks.
import * as z from 'zod';
import { accepted, type Call, created, type RouteReply } from '../../exchange/call.ts';
import { choice, listOf, optional, read, tagName } from '../../exchange/input.ts';
import { unprocessable } from '../../exchange/refusal.ts';
import { haByDefault, nodeSizes, versionOf } from '../../reference/kubernetes.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { Droplets } from '../../things/droplets/droplet.ts';
import { registerTags, useTags } from '../../things/tagging.ts';
import { vpcFor } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import { addCluster, billControlPlane } from './cluster.ts';
import { type Cluster, Clusters } from './kept.ts';
import type { PoolPlan } from './pools.ts';
import { clusterView } from './view.ts';

const name = z
  .string()
  .min(1)
  .max(255)
  .regex(
    /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
    'may only have lower-case letters, numbers, dashes and periods',
  );

/** Fields by lower-case name: the official Go client sends a taint as Key, Value and Effect. */
const anyCase = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
    ? Object.fromEntries(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]))
    : given;

const taint = z.preprocess(
  anyCase,
  z.object({
    key: z.string(),
    value: z
      .string()
      .nullish()
      .transform((value) => value ?? ''),
    effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
  }),
);

const poolFields = {
  name: z.string().min(1),
  count: optional(z.int().min(0).max(512)),
  tags: listOf(tagName),
  labels: optional(z.record(z.string(), z.string())),
  taints: listOf(taint),
  auto_scale: optional(z.boolean()),
  min_nodes: optional(z.int().min(0)),
  max_nodes: optional(z.int().min(0)),
};
/** A node pool as it is sent. */
export const newPool = z.object({ ...poolFields, size: z.string() });
/** A change of a node pool as it is sent: official clients send what changes and nothing else. */
export const changedPool = z.object({
  ...poolFields,
  name: optional(poolFields.name),
  tags: optional(z.array(tagName)),
  taints: optional(z.array(taint)),
});

const maintenance = optional(
  z.object({
    start_time: optional(z.string()),
    day: choice([
      'any',
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
      'saturday',
      'sunday',
    ]),
  }),
);

/** Settings that are kept and shown, and change nothing else here. */
const toggle = optional(z.object({ enabled: optional(z.boolean()) }));
const settings = z.object({
  isolated_workers: optional(z.boolean()),
  control_plane_firewall: optional(
    z.object({ enabled: optional(z.boolean()), allowed_addresses: listOf(z.string()) }),
  ),
  cluster_autoscaler_configuration: optional(z.record(z.string(), z.unknown())),
  sso: optional(
    z.object({
      enabled: optional(z.boolean()),
      required: optional(z.boolean()),
      issuer_url: optional(z.string()),
      client_id: optional(z.string()),
    }),
  ),
  routing_agent: toggle,
  p2p_oci_registry_plugin: toggle,
  amd_gpu_device_plugin: toggle,
  amd_gpu_device_metrics_exporter_plugin: toggle,
  nvidia_gpu_device_plugin: toggle,
  rdma_shared_dev_plugin: toggle,
  coredns_autoscaler: toggle,
});
const shared = settings.extend({
  name,
  tags: listOf(tagName),
  maintenance_policy: maintenance,
  auto_upgrade: optional(z.boolean()),
  surge_upgrade: optional(z.boolean()),
  ha: optional(z.boolean()),
});
const newCluster = shared.extend({
  region: z.string(),
  version: z.string(),
  cluster_subnet: optional(z.string()),
  service_subnet: optional(z.string()),
  vpc_uuid: optional(z.string()),
  worker_subnet_uuid: optional(z.string()),
  node_pools: z.array(newPool).min(1, 'must name at least one node pool'),
});
const changedCluster = shared.extend({ name: optional(name), tags: optional(z.array(tagName)) });

const present = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );

/** What to order. @throws ApiRefusal 422 for an impossible pool. */
export const poolPlan = (given: z.output<typeof newPool>): PoolPlan => {
  if (!nodeSizes.includes(given.size)) throw unprocessable('invalid size for a node pool');
  const autoScale = given.auto_scale ?? false;
  const count = given.count ?? given.min_nodes ?? 0;
  if (count < 1 && !autoScale) throw unprocessable('A node pool has at least one node.');
  if (autoScale && (given.min_nodes ?? 0) > (given.max_nodes ?? 0)) {
    throw unprocessable('min_nodes cannot be larger than max_nodes.');
  }
  return {
    name: given.name,
    size: given.size,
    count: Math.max(count, autoScale ? (given.min_nodes ?? 0) : count),
    tags: given.tags,
    labels: given.labels ?? null,
    taints: given.taints,
    autoScale,
    minNodes: given.min_nodes ?? 0,
    maxNodes: given.max_nodes ?? 0,
  };
};

/** @throws ApiRefusal 422 when nodes would exceed the Droplet limit. */
export const checkNodes = (world: World, more: number): void => {
  if (world.of(Droplets).size + more > world.profile.dropletLimit) {
    throw unprocessable('The nodes would exceed your Droplet limit.');
  }
};

const checkSso = (given: z.output<typeof settings>): void => {
  const { sso } = given;
  if (!sso) return;
  if (sso.enabled && !(sso.issuer_url && sso.client_id)) {
    throw unprocessable('sso needs issuer_url and client_id when it is enabled.');
  }
  if (sso.required && !sso.enabled) throw unprocessable('sso.required needs sso.enabled.');
};

/** `POST /v2/kubernetes/clusters`. */
export const createCluster = (call: Call, world: World): RouteReply => {
  const given = read(call, newCluster);
  if (given.vpc_uuid || given.worker_subnet_uuid) call.holder.demand([['vpc:read']]);
  if (!isOpenRegion(given.region)) throw unprocessable('invalid region');
  const version = versionOf(given.version);
  if (version === undefined) throw unprocessable('invalid version slug');
  if (given.worker_subnet_uuid && !given.vpc_uuid) {
    throw unprocessable('worker_subnet_uuid needs vpc_uuid.');
  }
  checkSso(given);
  for (const cluster of world.of(Clusters).values()) {
    if (cluster.name === given.name) {
      throw unprocessable('a cluster with this name already exists');
    }
  }
  const pools = given.node_pools.map(poolPlan);
  if (new Set(pools.map((pool) => pool.name)).size < pools.length) {
    throw unprocessable('Node pools of one cluster have different names.');
  }
  checkNodes(
    world,
    pools.reduce((sum, pool) => sum + pool.count, 0),
  );
  const poolTags = pools.flatMap((pool) => pool.tags);
  if ([...given.tags, ...poolTags].some((tag) => tag.startsWith('k8s'))) {
    throw unprocessable('Tags that begin with k8s are reserved.');
  }
  useTags(world, call.holder, given.tags, ['tag:read', 'tag:create']);
  registerTags(world, poolTags);
  const vpc = vpcFor(world, given.vpc_uuid, given.region, call.now);
  const cluster = addCluster(
    world,
    {
      name: given.name,
      region: given.region,
      version,
      clusterSubnet: given.cluster_subnet ?? '10.244.0.0/16',
      serviceSubnet: given.service_subnet ?? '10.245.0.0/16',
      vpc: vpc.id,
      tags: given.tags,
      maintenance: {
        start_time: given.maintenance_policy?.start_time ?? '00:00',
        day: given.maintenance_policy?.day ?? 'any',
      },
      autoUpgrade: given.auto_upgrade ?? false,
      surgeUpgrade: given.surge_upgrade ?? false,
      ha: given.ha ?? haByDefault(version),
      settings: { isolated_workers: false, ...present(settings.parse(given)) },
      pools,
    },
    call.now,
  );
  return created({ kubernetes_cluster: clusterView(cluster, call.holder) });
};

/** `PUT /v2/kubernetes/clusters/{cluster_id}`. */
export const updateCluster = (call: Call, world: World, cluster: Cluster): RouteReply => {
  const given = read(call, changedCluster);
  checkSso(given);
  if (given.ha === false && cluster.ha) {
    throw unprocessable('High availability cannot be switched off again.');
  }
  if (given.tags) {
    const dropped = cluster.tags.some((tag) => !given.tags?.includes(tag));
    if (dropped) call.holder.demand([['tag:delete']]);
    cluster.tags = useTags(world, call.holder, given.tags, ['tag:read', 'tag:create']);
  }
  cluster.name = given.name ?? cluster.name;
  cluster.autoUpgrade = given.auto_upgrade ?? cluster.autoUpgrade;
  cluster.surgeUpgrade = given.surge_upgrade ?? cluster.surgeUpgrade;
  cluster.maintenance = {
    start_time: given.maintenance_policy?.start_time ?? cluster.maintenance.start_time,
    day: given.maintenance_policy?.day ?? cluster.maintenance.day,
  };
  cluster.settings = { ...cluster.settings, ...present(settings.parse(given)) };
  cluster.updatedAt = call.now;
  if (given.ha && !cluster.ha) {
    cluster.ha = true;
    billControlPlane(world, cluster, call.now);
  }
  return accepted({ kubernetes_cluster: clusterView(cluster, call.holder) });
};
