// What DigitalOcean tells about a cluster: its user, its troubles, what a check found, what would stay behind.
// A simulated cluster has no Kubernetes API, so nothing was ever made from inside it.
import * as z from 'zod';
import { type Call, done, ok, type RouteReply } from '../../exchange/call.ts';
import { listOf, read } from '../../exchange/input.ts';
import { notFound, preconditionFailed, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import type { World } from '../../world/world.ts';
import { deleteCluster } from './cluster.ts';
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

const destroySelected = (call: Call, world: World): RouteReply => {
  const cluster = findCluster(call, world);
  const [stranger] = Object.values(read(call, chosen)).flat();
  if (stranger !== undefined) {
    throw unprocessable(`${stranger} is no associated resource of the cluster.`);
  }
  deleteCluster(world, cluster, call.now);
  return done;
};

const destroyAll = (call: Call, world: World): RouteReply => {
  deleteCluster(world, findCluster(call, world), call.now);
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
    handle: (call, world) => {
      findCluster(call, world);
      return ok({ load_balancers: [], volumes: [], volume_snapshots: [] });
    },
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
