// The app and the deployment that a path names.
import { type Call, segment } from '../../exchange/call.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { World } from '../../world/world.ts';
import { type App, Apps, type Deployment } from './app.ts';

/** @throws ApiRefusal 404 */
export const findApp = (call: Call, world: World): App => {
  const app = world.of(Apps).get(call.path['app_id'] ?? segment(call, 'id'));
  if (app === undefined) throw notFound('app');
  return app;
};

/** @throws ApiRefusal 404 */
export const deploymentOf = (app: App, id: string): Deployment => {
  const deployment = app.deployments.find((it) => it.id === id);
  if (deployment === undefined) throw notFound('deployment');
  return deployment;
};

/** @throws ApiRefusal 404 */
export const findDeployment = (
  call: Call,
  world: World,
): { readonly app: App; readonly deployment: Deployment } => {
  const app = findApp(call, world);
  return { app, deployment: deploymentOf(app, segment(call, 'deployment_id')) };
};
