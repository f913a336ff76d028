// App Platform: the operations.
import * as z from 'zod';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { badRequest, conflict, notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { appRegions, instanceSizeViews } from '../../reference/apps.ts';
import { Assignables } from '../../things/belonging.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { alertRoutes } from './alerts.ts';
import {
  type App,
  Apps,
  addApp,
  deploy,
  enter,
  isUnderWay,
  removeApp,
  requireUnpinned,
} from './app.ts';
import { bandwidthRoutes } from './bandwidth.ts';
import { eventRoutes } from './events.ts';
import { findApp, findDeployment } from './find.ts';
import { healthOf } from './health.ts';
import { instanceRoutes } from './instances.ts';
import { jobRoutes } from './jobs/routes.ts';
import { logAddresses, logsPath, logText } from './logs.ts';
import { propose } from './propose.ts';
import { rollbackRoutes } from './rollback.ts';
import { type AppSpec, readSpec, sealSecrets } from './spec.ts';
import { appView, deploymentView } from './view.ts';

const checkName = (world: World, spec: AppSpec, self?: App): void => {
  for (const other of world.of(Apps).values()) {
    if (other !== self && other.spec.name === spec.name) {
      throw conflict(`An app named ${spec.name} already exists.`);
    }
  }
};

const appBody = z.object({ spec: z.unknown().optional(), project_id: optional(z.string()) });

const create = (call: Call, world: World): RouteReply => {
  const given = read(call, appBody);
  if (given.project_id) call.holder.demand([['project:assign_resource'], ['project:update']]);
  const spec = readSpec(given.spec);
  checkName(world, spec);
  const app = addApp(world, sealSecrets(world, spec), given.project_id, call.now);
  return ok({ app: appView(world, app, call.holder) });
};

/** PUT replaces the whole spec and deploys it. */
const update = (call: Call, world: World): RouteReply => {
  const app = findApp(call, world);
  const spec = readSpec(read(call, appBody).spec);
  checkName(world, spec, app);
  requireUnpinned(app);
  app.spec = sealSecrets(world, spec);
  app.updatedAt = call.now;
  deploy(world, app, 'app spec updated', call.now);
  return ok({ app: appView(world, app, call.holder) });
};

const cancel = (call: Call, world: World): RouteReply => {
  const { deployment } = findDeployment(call, world);
  if (!isUnderWay(deployment)) {
    throw badRequest(`A deployment in phase ${deployment.phase} cannot be canceled.`);
  }
  enter(deployment, 'CANCELED', call.now);
  return ok({ deployment: deploymentView(deployment) });
};

const activeLogs = (call: Call, world: World): RouteReply => {
  const app = findApp(call, world);
  if (app.active === null) throw notFound('active deployment');
  return logAddresses(call, world, app, app.active, call.path['component_name']);
};

const deploymentLogs = (call: Call, world: World): RouteReply => {
  const { app, deployment } = findDeployment(call, world);
  return logAddresses(call, world, app, deployment, call.path['component_name']);
};

const reads = [['app:read']] as const;
const updates = [['app:update']] as const;

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/apps',
    requires: reads,
    handle: (call, world) =>
      page(call, 'apps', [...world.of(Apps).values()], (app) => appView(world, app, call.holder)),
  },
  { method: 'POST', path: '/v2/apps', requires: [['app:create']], handle: create },
  { method: 'POST', path: '/v2/apps/propose', requires: reads, handle: propose },
  {
    method: 'GET',
    path: '/v2/apps/tiers/instance_sizes',
    requires: reads,
    handle: () => ok({ instance_sizes: instanceSizeViews, discount_percent: 0 }),
  },
  {
    method: 'GET',
    path: '/v2/apps/tiers/instance_sizes/{slug}',
    requires: reads,
    handle: (call) => {
      const size = instanceSizeViews.find(({ slug }) => slug === segment(call, 'slug'));
      if (size === undefined) throw notFound('instance size');
      return ok({ instance_size: size });
    },
  },
  {
    method: 'GET',
    path: '/v2/apps/regions',
    requires: reads,
    handle: () => ok({ regions: appRegions }),
  },
  {
    method: 'GET',
    path: '/v2/apps/{id}',
    requires: reads,
    handle: (call, world) => ok({ app: appView(world, findApp(call, world), call.holder) }),
  },
  { method: 'PUT', path: '/v2/apps/{id}', requires: updates, handle: update },
  {
    method: 'DELETE',
    path: '/v2/apps/{id}',
    requires: [['app:delete']],
    handle: (call, world) => {
      const app = findApp(call, world);
      removeApp(world, app, call.now);
      return ok({ id: app.id });
    },
  },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/deployments',
    requires: reads,
    handle: (call, world) =>
      page(call, 'deployments', [...findApp(call, world).deployments].reverse(), deploymentView),
  },
  {
    method: 'POST',
    path: '/v2/apps/{app_id}/deployments',
    requires: updates,
    handle: (call, world) => {
      read(call, z.object({ force_build: optional(z.boolean()) }));
      return ok({
        deployment: deploymentView(deploy(world, findApp(call, world), 'manual', call.now)),
      });
    },
  },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/deployments/{deployment_id}',
    requires: reads,
    handle: (call, world) =>
      ok({ deployment: deploymentView(findDeployment(call, world).deployment) }),
  },
  {
    method: 'POST',
    path: '/v2/apps/{app_id}/deployments/{deployment_id}/cancel',
    requires: updates,
    handle: cancel,
  },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/deployments/{deployment_id}/logs',
    requires: reads,
    handle: deploymentLogs,
  },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/deployments/{deployment_id}/components/{component_name}/logs',
    requires: reads,
    handle: deploymentLogs,
  },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/health',
    requires: reads,
    handle: (call, world) => healthOf(findApp(call, world)),
  },
  { method: 'GET', path: '/v2/apps/{app_id}/logs', requires: reads, handle: activeLogs },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/components/{component_name}/logs',
    requires: reads,
    handle: activeLogs,
  },
];

const join = (world: World): void => {
  const apps = world.of(Apps);
  world.of(Assignables).set('app', {
    scope: 'app:read',
    path: 'apps',
    called: 'app',
    named: (name) => [...apps.values()].find(({ spec }) => spec.name === name)?.id,
  });
};

/** App Platform. */
export const appArea: SimulatedArea = {
  routes: [
    ...routes,
    ...rollbackRoutes,
    ...instanceRoutes,
    ...eventRoutes,
    ...alertRoutes,
    ...bandwidthRoutes,
    ...jobRoutes,
  ],
  join,
  door: { path: logsPath, answer: logText },
};
