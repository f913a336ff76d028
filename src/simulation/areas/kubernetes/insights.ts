// What DigitalOcean tells about a cluster: its user, its troubles, what a check found, what would stay behind.
// A simulated cluster has no Kubernetes API: what carries its tag counts as made from inside it.
import * as z from 'zod';
import { type Call, done, ok, type RouteReply } from '../../exchange/call.ts';
import { listOf, read } from '../../exchange/input.ts';
import { notFound, preconditionFailed, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import { type MadeInside, MadeKinds } from '../../things/made-in-clusters.ts';
import type { World } from '../../world/world.ts';
import { deleteCluster } from './cluster.ts';
import type { Cluster } from './kept.ts';
import { clusterPath, findCluster } from './node-pools.ts';

/** One check of a cluster. */
interface LintRun {
  readonly id: string;
  readonly requestedAt: number;
  completedAt: number | null;
}

/** Checks by cluster, newest first; the oldest are forgotten. */
class LintRuns extends Map<string, readonly LintRun[]> {}
const remembered = 20;

/** Seconds that a check takes. */
const checks = 5;

const startLint = (call: Call, world: World): RouteReply => {
  const cluster = findCluster(call, world);
  if (cluster.state !== 'running') {
    throw preconditionFailed(`The cluster is ${cluster.state} and cannot be checked now.`);
  }
  const run: LintRun = { id: world.ids.uuid(), requestedAt: call.now, completedAt: null };
  const runs = world.of(LintRuns);
  runs.set(cluster.id, [run, ...(runs.get(cluster.id) ?? [])].slice(0, remembered));
  world.pace.later(checks, call.now, (at) => {
    run.completedAt = at;
  });
  return { status: 202, body: { run_id: run.id } };
};

const readLint = (call: Call, world: World): RouteReply => {
  const runs = world.of(LintRuns).get(findCluster(call, world).id) ?? [];
  const wanted = call.query.get('run_id');
  const run = wanted === null ? runs[0] : runs.find(({ id }) => id === wanted);
  if (run === undefined) throw notFound('clusterlint run');
  return ok({
    run_id: run.id,
    requested_at: forPeople(run.requestedAt),
    // Nothing runs in it that could be found fault with.
    ...(run.completedAt === null
      ? {}
      : { completed_at: forPeople(run.completedAt), diagnostics: [] }),
  });
};

const chosen = z.object({
  load_balancers: listOf(z.string()),
  volumes: listOf(z.string()),
  volume_snapshots: listOf(z.string()),
});

/** Its fields, in the order in which the list shows them. */
const kinds = ['load_balancers', 'volumes', 'volume_snapshots'] as const;

const madeIn = (world: World, cluster: Cluster, kind: string): readonly MadeInside[] =>
  world.of(MadeKinds).get(kind)?.of(`k8s:${cluster.id}`) ?? [];

const listMade = (call: Call, world: World): RouteReply => {
  const cluster = findCluster(call, world);
  const shown = kinds.map((kind) => {
    const reads = world.of(MadeKinds).get(kind)?.reads;
    const made = reads && call.holder.can(reads) ? madeIn(world, cluster, kind) : [];
    return [kind, made.map(({ id, name }) => ({ id, name }))];
  });
  return ok(Object.fromEntries(shown));
};

const destroySelected = (call: Call, world: World): RouteReply => {
  const cluster = findCluster(call, world);
  const given = read(call, chosen);
  const going = kinds.flatMap((kind) => {
    const made = madeIn(world, cluster, kind);
    return given[kind].map((id) => {
      const one = made.find((other) => other.id === id);
      if (!one) throw unprocessable(`${id} is no associated resource of the cluster.`);
      return one;
    });
  });
  deleteCluster(world, cluster, call.now);
  for (const one of going) one.remove(call.now);
  return done;
};

const destroyAll = (call: Call, world: World): RouteReply => {
  const cluster = findCluster(call, world);
  const going = kinds.flatMap((kind) => madeIn(world, cluster, kind));
  deleteCluster(world, cluster, call.now);
  for (const one of going) one.remove(call.now);
  return done;
};

const reads = [['kubernetes:read']] as const;
const deletes = [['kubernetes:delete']] as const;
const path = `${clusterPath}/destroy_with_associated_resources`;

/** Operations that tell about a cluster, and its end with what belongs to it. */
export const insightRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    requires: reads,
    handle: listMade,
  },
  { method: 'DELETE', path: `${path}/selective`, requires: deletes, handle: destroySelected },
  { method: 'DELETE', path: `${path}/dangerous`, requires: deletes, handle: destroyAll },
  {
    method: 'POST',
    path: `${clusterPath}/clusterlint`,
    requires: [['kubernetes:update']],
    handle: startLint,
  },
  { method: 'GET', path: `${clusterPath}/clusterlint`, requires: reads, handle: readLint },
  {
    method: 'GET',
    path: `${clusterPath}/user`,
    requires: reads,
    handle: (call, world) => {
      findCluster(call, world);
      return ok({
        kubernetes_cluster_user: {
          username: world.profile.email,
          groups: ['k8saas:authenticated'],
        },
      });
    },
  },
  {
    method: 'GET',
    path: `${clusterPath}/status_messages`,
    requires: reads,
    handle: (call, world) => {
      const { message, updatedAt } = findCluster(call, world);
      const since = Date.parse(call.query.get('since') ?? '');
      const isShown = message !== '' && !(updatedAt < since);
      return ok({ messages: isShown ? [{ message, timestamp: forPeople(updatedAt) }] : [] });
    },
  },
];
