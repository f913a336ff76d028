// Which container registries a cluster pulls from without being told a password.
import * as z from 'zod';
import { type Call, done, type RouteReply } from '../../exchange/call.ts';
import { listOf, read } from '../../exchange/input.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { Registries } from '../../things/registries/registry.ts';
import type { World } from '../../world/world.ts';
import { type Cluster, Clusters } from './kept.ts';

const order = z.object({ cluster_uuids: listOf(z.string()), registries: listOf(z.string()) });

/** The clusters and registries that a call names; without names of registries the account's first one is meant. */
const named = (call: Call, world: World, namesRegistries: boolean) => {
  const given = read(call, order);
  if (given.cluster_uuids.length === 0) throw unprocessable('cluster_uuids is required');
  const clusters = given.cluster_uuids.map((id): Cluster => {
    const cluster = world.of(Clusters).get(id);
    if (cluster === undefined) throw notFound('cluster');
    return cluster;
  });
  const known = world.of(Registries);
  const registries = namesRegistries ? given.registries : [...known.keys()].slice(0, 1);
  if (registries.length === 0 && namesRegistries) throw unprocessable('registries is required');
  if (registries.length === 0 || !registries.every((name) => known.has(name))) {
    throw notFound('registry');
  }
  return { clusters, registries };
};

const add =
  (namesRegistries: boolean) =>
  (call: Call, world: World): RouteReply => {
    const { clusters, registries } = named(call, world, namesRegistries);
    for (const cluster of clusters) {
      cluster.registries = new Set([...cluster.registries, ...registries]);
      cluster.updatedAt = call.now;
    }
    return done;
  };

const remove =
  (namesRegistries: boolean) =>
  (call: Call, world: World): RouteReply => {
    const { clusters, registries } = named(call, world, namesRegistries);
    for (const cluster of clusters) {
      cluster.registries = new Set(
        [...cluster.registries].filter((name) => !registries.includes(name)),
      );
      cluster.updatedAt = call.now;
    }
    return done;
  };

const adds = [['kubernetes:create', 'kubernetes:update']] as const;
const removes = [['kubernetes:update']] as const;

/** Operations of registries of clusters. */
export const clusterRegistryRoutes: readonly Route[] = [
  { method: 'POST', path: '/v2/kubernetes/registry', requires: adds, handle: add(false) },
  { method: 'DELETE', path: '/v2/kubernetes/registry', requires: removes, handle: remove(false) },
  { method: 'POST', path: '/v2/kubernetes/registries', requires: adds, handle: add(true) },
  { method: 'DELETE', path: '/v2/kubernetes/registries', requires: removes, handle: remove(true) },
];
