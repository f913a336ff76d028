// App Platform: the operations.
import * as z from 'zod';
import type { Account } from '../../account/account.ts';
import { type Answer, type Call, ok, segment } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { badRequest, conflict, notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { appRegions, instanceSizeViews } from '../../reference/apps.ts';
import {
  type App,
  addApp,
  appView,
  type Deployment,
  deploy,
  deploymentView,
  enter,
  isUnderWay,
  removeApp,
} from './app.ts';
import { logAddresses } from './logs.ts';
import { type AppSpec, readSpec, sealSecrets } from './spec.ts';

const find = (call: Call, account: Account): App => {
  const app = account.apps.get(call.path['app_id'] ?? segment(call, 'id'));
  if (app === undefined) throw notFound('app');
  return app;
};

const findDeployment = (call: Call, account: Account): { app: App; deployment: Deployment } => {
  const app = find(call, account);
  const id = segment(call, 'deployment_id');
  const deployment = app.deployments.find((it) => it.id === id);
  if (deployment === undefined) throw notFound('deployment');
  return { app, deployment };
};

const checkName = (account: Account, spec: AppSpec, self?: App): void => {
  for (const other of account.apps.values()) {
    if (other !== self && other.spec.name === spec.name) {
      throw conflict(`An app named ${spec.name} already exists.`);
    }
  }
};

const appBody = z.object({ spec: z.unknown().optional(), project_id: optional(z.string()) });

const create = (call: Call, account: Account): Answer => {
  const given = read(call, appBody);
  if (given.project_id) call.holder.demand([['project:assign_resource'], ['project:update']]);
  const spec = readSpec(given.spec);
  checkName(account, spec);
  const app = addApp(account, sealSecrets(account, spec), given.project_id, call.now);
  return ok({ app: appView(account, app, call.holder) });
};

/** PUT replaces the whole spec and deploys it. */
const update = (call: Call, account: Account): Answer => {
  const app = find(call, account);
  const spec = readSpec(read(call, appBody).spec);
  checkName(account, spec, app);
  app.spec = sealSecrets(account, spec);
  app.updatedAt = call.now;
  deploy(account, app, 'app spec updated', call.now);
  return ok({ app: appView(account, app, call.holder) });
};

const cancel = (call: Call, account: Account): Answer => {
  const { deployment } = findDeployment(call, account);
  if (!isUnderWay(deployment)) {
    throw badRequest(`A deployment in phase ${deployment.phase} cannot be canceled.`);
  }
  enter(deployment, 'CANCELED', call.now);
  return ok({ deployment: deploymentView(deployment) });
};

const activeLogs = (call: Call, account: Account): Answer => {
  const app = find(call, account);
  if (app.active === null) throw notFound('active deployment');
  return logAddresses(call, account, app, app.active, call.path['component_name']);
};

const deploymentLogs = (call: Call, account: Account): Answer => {
  const { app, deployment } = findDeployment(call, account);
  return logAddresses(call, account, app, deployment, call.path['component_name']);
};

const reads = [['app:read']] as const;
const updates = [['app:update']] as const;

/** App Platform. */
export const appRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/apps',
    requires: reads,
    handle: (call, account) =>
      page(call, 'apps', [...account.apps.values()], (app) => appView(account, app, call.holder)),
  },
  { method: 'POST', path: '/v2/apps', requires: [['app:create']], handle: create },
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
    handle: (call, account) => ok({ app: appView(account, find(call, account), call.holder) }),
  },
  { method: 'PUT', path: '/v2/apps/{id}', requires: updates, handle: update },
  {
    method: 'DELETE',
    path: '/v2/apps/{id}',
    requires: [['app:delete']],
    handle: (call, account) => {
      const app = find(call, account);
      removeApp(account, app, call.now);
      return ok({ id: app.id });
    },
  },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/deployments',
    requires: reads,
    handle: (call, account) =>
      page(call, 'deployments', [...find(call, account).deployments].reverse(), deploymentView),
  },
  {
    method: 'POST',
    path: '/v2/apps/{app_id}/deployments',
    requires: updates,
    handle: (call, account) => {
      read(call, z.object({ force_build: optional(z.boolean()) }));
      return ok({
        deployment: deploymentView(deploy(account, find(call, account), 'manual', call.now)),
      });
    },
  },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/deployments/{deployment_id}',
    requires: reads,
    handle: (call, account) =>
      ok({ deployment: deploymentView(findDeployment(call, account).deployment) }),
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
  { method: 'GET', path: '/v2/apps/{app_id}/logs', requires: reads, handle: activeLogs },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/components/{component_name}/logs',
    requires: reads,
    handle: activeLogs,
  },
];
