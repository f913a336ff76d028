// Upgrading a cluster to a newer version of Kubernetes.
import * as z from 'zod';
import { accepted, type Call, ok, type RouteReply } from '../../exchange/call.ts';
import { read } from '../../exchange/input.ts';
import { preconditionFailed, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { upgradesOf, versionView } from '../../reference/kubernetes.ts';
import type { World } from '../../world/world.ts';
import { clusterPath, findCluster } from './node-pools.ts';

/** Seconds until every node runs the new version. */
const upgradedAfter = 300;

const upgrade = (call: Call, world: World): RouteReply => {
  const cluster = findCluster(call, world);
  const { version } = read(call, z.object({ version: z.string() }));
  if (cluster.state !== 'running') {
    throw preconditionFailed(`The cluster is ${cluster.state} and cannot be upgraded now.`);
  }
  if (!upgradesOf(cluster.version).includes(version)) {
    throw unprocessable('invalid version slug: the cluster cannot be upgraded to it');
  }
  cluster.state = 'upgrading';
  cluster.updatedAt = call.now;
  world.pace.later(upgradedAfter, call.now, (at) => {
    if (cluster.state !== 'upgrading') return;
    cluster.state = 'running';
    cluster.version = version;
    cluster.updatedAt = at;
  });
  return accepted();
};

/** Upgrades of a cluster. */
export const upgradeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${clusterPath}/upgrades`,
    requires: [['kubernetes:read']],
    handle: (call, world) => {
      const versions = upgradesOf(findCluster(call, world).version).map(versionView);
      return ok({ available_upgrade_versions: versions.length > 0 ? versions : null });
    },
  },
  {
    method: 'POST',
    path: `${clusterPath}/upgrade`,
    requires: [['kubernetes:update']],
    handle: upgrade,
  },
];
