// Alerts of apps: those that the spec names, and where each of them goes.
import * as z from 'zod';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { listOf, optional, read } from '../../exchange/input.ts';
import { badRequest, notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import type { World } from '../../world/world.ts';
import type { App } from './app.ts';
import { derivedId } from './derived-id.ts';
import { findApp } from './find.ts';
import { builtComponents } from './spec.ts';

const destinations = z.object({
  emails: listOf(z.string()),
  slack_webhooks: listOf(z.object({ url: z.string(), channel: optional(z.string()) })),
});

/** Where an alert goes, by the alert's id. */
class Destinations extends Map<string, z.output<typeof destinations>> {}

const specs = z.array(z.looseObject({ rule: z.string() })).catch([]);

/** An alert keeps its id as long as its app, its component and its rule are the same. */
const idOf = (app: App, component: string, rule: string): string =>
  derivedId(`alert ${app.id} ${component} ${rule}`);

const alertsOf = (world: World, app: App) => {
  const owners = [
    { name: '', holder: app.spec },
    ...builtComponents(app.spec).map(({ component }) => ({
      name: component.name,
      holder: component,
    })),
  ];
  return owners.flatMap(({ name, holder }) =>
    specs.parse(holder['alerts']).map((spec) => {
      const id = idOf(app, name, spec.rule);
      return {
        id,
        ...(name === '' ? {} : { component_name: name }),
        spec,
        ...(world.of(Destinations).get(id) ?? { emails: [], slack_webhooks: [] }),
        phase: app.active === null ? 'PENDING' : 'ACTIVE',
      };
    }),
  );
};

const list = (call: Call, world: World): RouteReply =>
  ok({ alerts: alertsOf(world, findApp(call, world)) });

/** Replaces where an alert goes. Only people with access to the app can be named, here its owner. */
const assign = (call: Call, world: World): RouteReply => {
  const app = findApp(call, world);
  const find = () => alertsOf(world, app).find(({ id }) => id === segment(call, 'alert_id'));
  const alert = find();
  if (alert === undefined) throw notFound('alert');
  const given = read(call, destinations);
  const stranger = given.emails.find((email) => email !== world.profile.email);
  if (stranger !== undefined) {
    throw badRequest(`${stranger} does not belong to a user with access to the app.`);
  }
  world.of(Destinations).set(alert.id, given);
  return ok({ alert: find() });
};

const path = '/v2/apps/{app_id}/alerts';

/** Alerts. */
export const alertRoutes: readonly Route[] = [
  { method: 'GET', path, requires: [['app:read']], handle: list },
  {
    method: 'POST',
    path: `${path}/{alert_id}/destinations`,
    requires: [['app:update']],
    handle: assign,
  },
];
