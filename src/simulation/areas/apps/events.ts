// What happened to an app. Its containers are idle and never scale, so all of it is deployments.
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import type { World } from '../../world/world.ts';
import type { Deployment } from './app.ts';
import { derivedId } from './derived-id.ts';
import { findApp } from './find.ts';
import { deploymentView } from './view.ts';

/** An event has an id of its own, always the same for a deployment. */
const idOf = ({ id }: Deployment): string => derivedId(`event ${id}`);

const view = (deployment: Deployment) => ({
  id: idOf(deployment),
  type: 'DEPLOYMENT',
  created_at: forPeople(deployment.createdAt),
  deployment_id: deployment.id,
  deployment: deploymentView(deployment),
});

/** Types may be repeated or joined by commas; none means all. */
const list = (call: Call, world: World): RouteReply => {
  const types = call.query.getAll('event_types').flatMap((it) => it.split(','));
  const shown = types.length === 0 || types.includes('DEPLOYMENT');
  const deployments = [...findApp(call, world).deployments].reverse();
  return page(call, 'events', shown ? deployments : [], view);
};

const readOne = (call: Call, world: World): RouteReply => {
  const id = segment(call, 'event_id');
  const found = findApp(call, world).deployments.find((it) => idOf(it) === id);
  if (found === undefined) throw notFound('event');
  return ok({ event: view(found) });
};

const path = '/v2/apps/{app_id}/events';
const requires = [['app:read']] as const;

/** Events. */
export const eventRoutes: readonly Route[] = [
  { method: 'GET', path, requires, handle: list },
  { method: 'GET', path: `${path}/{event_id}`, requires, handle: readOne },
];
