// Container registries by two roads: the present one names a registry, the older one knows a single one.
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { notFound, preconditionFailed } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { RegistrySubscription } from '../../things/registries/plan.ts';
import { Registries, type Registry, RegistryGone } from '../../things/registries/registry.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import {
  changePlan,
  createRegistry,
  credentials,
  readOptions,
  readPlan,
  removeRegistry,
  validateName,
} from './account.ts';
import {
  listManifests,
  listRepositories,
  listTaggedRepositories,
  listTags,
  removeManifest,
  removeRepository,
  removeTag,
} from './contents.ts';
import {
  Collections,
  changeCollection,
  listCollections,
  readCollection,
  runCollection,
} from './garbage.ts';
import { registryView, withPlan } from './views.ts';

type Work = (call: Call, world: World, registry: Registry) => RouteReply;

const reads = [['registry:read']] as const;
const updates = [['registry:update']] as const;
const creates = [['registry:create']] as const;
const deletes = [['registry:delete']] as const;

const named = (call: Call, world: World): Registry => {
  const found = world.of(Registries).get(segment(call, 'registry_name'));
  if (found === undefined) throw notFound('registry');
  return found;
};

/** The account's one registry. @throws ApiRefusal 412 when there are several. */
const single = (_: Call, world: World): Registry => {
  const [found, other] = world.of(Registries).values();
  if (found === undefined) throw notFound('registry');
  if (other !== undefined) {
    throw preconditionFailed(
      'This API is not supported if you have created multiple registries. Please use ‘/v2/registries/{registry_name}’ instead.',
    );
  }
  return found;
};

/** Work on a registry that is found in this way. */
const on =
  (find: typeof named, work: Work): Route['handle'] =>
  (call, world) =>
    work(call, world, find(call, world));

/** What both roads have alike below a first segment. */
const shared = (road: 'registries' | 'registry'): readonly Route[] => {
  const home = `/v2/${road}`;
  const one = `${home}/{registry_name}`;
  const repository = `${one}/repositories/{repository_name}`;
  const route = (method: string, path: string, requires: Route['requires'], work: Work): Route => ({
    method,
    path,
    requires,
    handle: on(named, work),
  });
  return [
    {
      method: 'POST',
      path: home,
      requires: creates,
      handle: createRegistry(road === 'registry' ? withPlan : registryView),
    },
    { method: 'GET', path: `${home}/options`, requires: reads, handle: readOptions },
    { method: 'GET', path: `${home}/subscription`, requires: reads, handle: readPlan },
    { method: 'POST', path: `${home}/subscription`, requires: updates, handle: changePlan },
    { method: 'POST', path: `${home}/validate-name`, requires: creates, handle: validateName },
    route('GET', `${one}/repositoriesV2`, reads, listRepositories),
    route('GET', `${repository}/tags`, reads, listTags),
    route('DELETE', `${repository}/tags/{repository_tag}`, deletes, removeTag),
    route('GET', `${repository}/digests`, reads, listManifests),
    route('DELETE', `${repository}/digests/{manifest_digest}`, deletes, removeManifest),
    route('GET', `${one}/garbage-collection`, reads, readCollection),
    route('POST', `${one}/garbage-collection`, updates, runCollection),
    route('PUT', `${one}/garbage-collection/{garbage_collection_uuid}`, updates, changeCollection),
    route('GET', `${one}/garbage-collections`, reads, listCollections),
  ];
};

const plan = (world: World) => world.of(RegistrySubscription).current;

const present: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/registries',
    requires: reads,
    handle: (_, world) =>
      ok({
        registries: [...world.of(Registries).values()].map((it) => withPlan(it, plan(world))),
      }),
  },
  {
    method: 'GET',
    path: '/v2/registries/{registry_name}',
    requires: reads,
    handle: on(named, (_, __, registry) => ok({ registry: registryView(registry) })),
  },
  {
    method: 'DELETE',
    path: '/v2/registries/{registry_name}',
    requires: deletes,
    handle: on(named, removeRegistry),
  },
  {
    method: 'GET',
    path: '/v2/registries/{registry_name}/docker-credentials',
    requires: reads,
    handle: on(named, credentials),
  },
  {
    method: 'DELETE',
    path: '/v2/registries/{registry_name}/repositories/{repository_name}',
    requires: deletes,
    handle: on(named, removeRepository),
  },
];

const older: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/registry',
    requires: reads,
    handle: on(single, (_, world, registry) => ok({ registry: withPlan(registry, plan(world)) })),
  },
  { method: 'DELETE', path: '/v2/registry', requires: deletes, handle: on(single, removeRegistry) },
  {
    method: 'GET',
    path: '/v2/registry/docker-credentials',
    requires: reads,
    handle: on(single, credentials),
  },
  {
    method: 'GET',
    path: '/v2/registry/{registry_name}/repositories',
    requires: reads,
    handle: on(named, listTaggedRepositories),
  },
];

const join = (world: World): void => {
  world.hear(RegistryGone, ({ name }) => world.of(Collections).delete(name));
};

/** Container registries. */
export const registryArea: SimulatedArea = {
  routes: [...shared('registries'), ...present, ...shared('registry'), ...older],
  join,
};
