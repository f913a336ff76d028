// The containers of an app: which ones run, and starting them anew.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Call, ok, type RouteReply } from '../../exchange/call.ts';
import { listOf, read } from '../../exchange/input.ts';
import { badRequest, notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import type { World } from '../../world/world.ts';
import { type App, type Deployment, deploy } from './app.ts';
import { findApp } from './find.ts';
import { builtComponents } from './spec.ts';
import { deploymentView } from './view.ts';

/** Kinds of component whose containers run all the time, as instances call them. */
const running = new Map([
  ['services', 'SERVICE'],
  ['workers', 'WORKER'],
]);

/** A container's name changes with every deployment and stays until the next. */
const suffix = (deployment: Deployment, component: string, index: number): string =>
  createHash('sha256').update(`${deployment.id} ${component} ${index}`).digest('hex').slice(0, 15);

const instancesOf = (app: App) => {
  const { active } = app;
  if (active === null) return [];
  return builtComponents(active.spec).flatMap(({ kind, component }) => {
    const type = running.get(kind);
    if (type === undefined) return [];
    return Array.from({ length: component.instance_count ?? 1 }, (_, index) => {
      const hash = suffix(active, component.name, index);
      return {
        component_name: component.name,
        component_type: type,
        instance_name: `${component.name}-${hash.slice(0, 9)}-${hash.slice(9)}`,
        instance_alias: `${component.name}-${index}`,
      };
    });
  });
};

const order = z.object({ components: listOf(z.string()) });

/** A restart is a deployment that builds nothing. */
const restart = (call: Call, world: World): RouteReply => {
  const app = findApp(call, world);
  const { active } = app;
  if (active === null) throw notFound('active deployment');
  const names = builtComponents(active.spec).map(({ component }) => component.name);
  const unknown = read(call, order).components.find((name) => !names.includes(name));
  if (unknown !== undefined) throw badRequest(`The app has no component ${unknown}.`);
  const again = { from: active, rebuilds: false };
  const deployment = deploy(world, app, 'app restarted', call.now, again);
  return ok({ deployment: deploymentView(deployment) });
};

/** Containers. */
export const instanceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/instances',
    requires: [['app:read']],
    handle: (call, world) => ok({ instances: instancesOf(findApp(call, world)) }),
  },
  {
    method: 'POST',
    path: '/v2/apps/{app_id}/restart',
    requires: [['app:update']],
    handle: restart,
  },
];
