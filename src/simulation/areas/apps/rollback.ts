// Going back: whether an app can go back to a deployment, going there, staying there, and taking it all back.
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type Call, ok, type RouteReply } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { badRequest } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import type { World } from '../../world/world.ts';
import { type App, type Deployment, deploy, isUnderWay } from './app.ts';
import { deploymentOf, findApp } from './find.ts';
import { deploymentView } from './view.ts';

/** Successful deployments that an app can go back to. */
const reach = 10;

interface Condition {
  readonly code: string;
  readonly message: string;
  readonly components?: readonly string[];
}

const wasActive = ({ history }: Deployment): boolean =>
  history.some(({ phase }) => phase === 'ACTIVE');

/** What keeps an app from going back to a deployment; undefined when nothing does. */
const failing = (app: App, target: Deployment): Condition | undefined => {
  if (app.pinned !== null) {
    return { code: 'app_pinned', message: 'The app is pinned to a rollback that is in progress.' };
  }
  if (isUnderWay(target) || target === app.active) {
    return {
      code: 'incompatible_phase',
      message: `A deployment in phase ${target.phase} cannot be rolled back to.`,
    };
  }
  if (!wasActive(target)) {
    return { code: 'incompatible_result', message: 'The deployment never became active.' };
  }
  const within = app.deployments.filter(wasActive).slice(-reach);
  if (!within.includes(target)) {
    return {
      code: 'exceeded_revision_limit',
      message: `Only the ${reach} most recent successful deployments can be rolled back to.`,
    };
  }
  if (!isDeepStrictEqual(target.spec.databases ?? [], app.spec.databases ?? [])) {
    return {
      code: 'database_config_conflict',
      message: 'The databases of the deployment differ from the present ones.',
      components: (app.spec.databases ?? []).map(({ name }) => name),
    };
  }
  if ((target.spec.region ?? '') !== (app.spec.region ?? '')) {
    return { code: 'region_conflict', message: 'The deployment is of another region.' };
  }
  return undefined;
};

const sitesOf = ({ spec }: Deployment): readonly string[] =>
  (spec.static_sites ?? []).map(({ name }) => name);

const request = z.object({ deployment_id: z.string(), skip_pin: optional(z.boolean()) });

const validate = (call: Call, world: World): RouteReply => {
  const app = findApp(call, world);
  const target = deploymentOf(app, read(call, request).deployment_id);
  const error = failing(app, target);
  const sites = sitesOf(target);
  const warnings =
    sites.length === 0
      ? []
      : [
          {
            code: 'static_site_requires_rebuild',
            message: 'Static sites are built again.',
            components: sites,
          },
        ];
  return ok({ valid: error === undefined, ...(error ? { error } : {}), warnings });
};

const rollBack = (call: Call, world: World): RouteReply => {
  const app = findApp(call, world);
  const given = read(call, request);
  const target = deploymentOf(app, given.deployment_id);
  const error = failing(app, target);
  if (error !== undefined) throw badRequest(`${error.code}: ${error.message}`);
  const before = app.spec;
  app.spec = target.spec;
  app.updatedAt = call.now;
  const cause = `rollback to deployment ${target.id}`;
  const again = { from: target, rebuilds: sitesOf(target).length > 0 };
  const deployment = deploy(world, app, cause, call.now, again);
  if (!given.skip_pin) app.pinned = { deployment, before };
  return ok({ deployment: deploymentView(deployment) });
};

const pinOf = (app: App): NonNullable<App['pinned']> => {
  if (app.pinned === null) throw badRequest('The app has no rollback that could be ended.');
  return app.pinned;
};

const commit = (call: Call, world: World): RouteReply => {
  const app = findApp(call, world);
  pinOf(app);
  app.pinned = null;
  return { status: 200 };
};

const revert = (call: Call, world: World): RouteReply => {
  const app = findApp(call, world);
  app.spec = pinOf(app).before;
  app.pinned = null;
  app.updatedAt = call.now;
  return ok({ deployment: deploymentView(deploy(world, app, 'rollback reverted', call.now)) });
};

const path = '/v2/apps/{app_id}/rollback';
const requires = [['app:update']] as const;

/** Rollbacks. */
export const rollbackRoutes: readonly Route[] = [
  { method: 'POST', path, requires, handle: rollBack },
  { method: 'POST', path: `${path}/validate`, requires, handle: validate },
  { method: 'POST', path: `${path}/commit`, requires, handle: commit },
  { method: 'POST', path: `${path}/revert`, requires, handle: revert },
];
