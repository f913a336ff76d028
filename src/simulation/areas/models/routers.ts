// Routers that choose a model for each request, with tasks described by their owner.
import * as z from 'zod';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { invalidArgument, pageOf, readArguments } from '../../exchange/gen-ai.ts';
import { listOf } from '../../exchange/input.ts';
import { notFound, notSimulated } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import { models } from '../../reference/models.ts';
import type { World } from '../../world/world.ts';

const policyBody = z.object({
  task_slug: z.string().nullish(),
  custom_task: z.record(z.string(), z.unknown()).nullish(),
  models: listOf(z.string()),
  selection_policy: z.record(z.string(), z.unknown()).optional(),
});
const newRouter = z.object({
  name: z
    .string()
    .max(255)
    .regex(/^[a-z0-9-]+$/, 'may only have lower-case letters, numbers and dashes'),
  description: z.string().optional(),
  policies: listOf(policyBody),
  fallback_models: listOf(z.string()),
});
const changes = newRouter.partial().extend({
  policies: z.array(policyBody).nullish(),
  fallback_models: z.array(z.string()).nullish(),
});

type Policy = z.output<typeof policyBody>;

/** A router. */
interface ModelRouter {
  readonly id: string;
  name: string;
  description: string;
  policies: readonly Policy[];
  fallback: readonly string[];
  readonly createdAt: number;
  updatedAt: number;
}

class ModelRouters extends Map<string, ModelRouter> {}

const checkModels = (names: readonly string[]): void => {
  const unknown = names.find((name) => !models.some(({ id }) => id === name));
  if (unknown !== undefined) throw invalidArgument(`${unknown} is no model`);
};

const checkPolicies = (policies: readonly Policy[]): void => {
  for (const { task_slug: ready, custom_task: own, models: names } of policies) {
    // The ready-made tasks are DigitalOcean's, and no list of them is public.
    if (ready) throw notSimulated(`A model router with the task ${ready}`);
    if (!own) throw invalidArgument('each policy is for a task');
    if (names.length === 0) throw invalidArgument('each policy names its models');
    checkModels(names);
  }
};

const view = (router: ModelRouter) => ({
  uuid: router.id,
  name: router.name,
  description: router.description,
  config: {
    policies: router.policies.map(({ task_slug: _none, ...policy }) => policy),
    fallback_models: router.fallback,
  },
  created_at: forPeople(router.createdAt),
  updated_at: forPeople(router.updatedAt),
});

const checkName = (world: World, name: string, self?: ModelRouter): void => {
  const others = [...world.of(ModelRouters).values()].filter((it) => it !== self);
  if (others.some((it) => it.name === name)) throw invalidArgument(`the name ${name} is taken`);
};

const create = (call: Call, world: World): RouteReply => {
  const given = readArguments(call, newRouter);
  checkPolicies(given.policies);
  checkModels(given.fallback_models);
  checkName(world, given.name);
  const router: ModelRouter = {
    id: world.ids.uuid(),
    name: given.name,
    description: given.description ?? '',
    policies: given.policies,
    fallback: given.fallback_models,
    createdAt: call.now,
    updatedAt: call.now,
  };
  world.of(ModelRouters).set(router.id, router);
  return ok({ model_router: view(router) });
};

const find = (call: Call, world: World): ModelRouter => {
  const router = world.of(ModelRouters).get(segment(call, 'uuid'));
  if (router === undefined) throw notFound('model router');
  return router;
};

const update = (call: Call, world: World): RouteReply => {
  const router = find(call, world);
  const given = readArguments(call, changes);
  checkPolicies(given.policies ?? []);
  checkModels(given.fallback_models ?? []);
  checkName(world, given.name ?? router.name, router);
  router.name = given.name ?? router.name;
  router.description = given.description ?? router.description;
  router.policies = given.policies ?? router.policies;
  router.fallback = given.fallback_models ?? router.fallback;
  router.updatedAt = call.now;
  return ok({ model_router: view(router) });
};

const remove = (call: Call, world: World): RouteReply => {
  const { id } = find(call, world);
  world.of(ModelRouters).delete(id);
  return ok({ uuid: id });
};

const many = '/v2/gen-ai/models/routers';
const one = `${many}/{uuid}`;
const reads = [['genai:read']] as const;

/** Operations of routers. */
export const routerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: many,
    requires: reads,
    handle: (call, world) =>
      pageOf(call, 'model_routers', [...world.of(ModelRouters).values()], view),
  },
  { method: 'POST', path: many, requires: [['genai:create']], handle: create },
  {
    method: 'GET',
    path: one,
    requires: reads,
    handle: (call, world) => ok({ model_router: view(find(call, world)) }),
  },
  { method: 'PUT', path: one, requires: [['genai:update']], handle: update },
  { method: 'DELETE', path: one, requires: [['genai:delete']], handle: remove },
  // Without a route of its own its last word would be taken for the id of a router.
  {
    method: 'GET',
    path: `${many}/presets`,
    requires: reads,
    handle: (call) => {
      throw notSimulated(`${call.method} ${many}/presets`);
    },
  },
];
