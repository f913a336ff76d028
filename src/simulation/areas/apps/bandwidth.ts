// What apps send out a day. Nobody visits the apps of the simulation, so it is nothing.
import * as z from 'zod';
import { type Call, ok, type RouteReply } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { badRequest } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import type { World } from '../../world/world.ts';
import { type App, Apps } from './app.ts';
import { findApp } from './find.ts';

const day = 86_400_000;

/** The first moment of the day asked for; yesterday when none is. */
const dateOf = (given: string | null | undefined, now: number): string => {
  const at = given ? Date.parse(given) : now - day;
  if (Number.isNaN(at)) throw badRequest('date is not a date.');
  return forPeople(Math.floor(at / day) * day);
};

const usage = (apps: readonly App[], date: string): RouteReply =>
  ok({ app_bandwidth_usage: apps.map(({ id }) => ({ app_id: id, bandwidth_bytes: '0' })), date });

const several = z.object({ app_ids: z.array(z.string()).min(1), date: optional(z.string()) });

const readSeveral = (call: Call, world: World): RouteReply => {
  const given = read(call, several);
  const apps = given.app_ids.flatMap((id) => world.of(Apps).get(id) ?? []);
  return usage(apps, dateOf(given.date, call.now));
};

/** Bandwidth. */
export const bandwidthRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/metrics/bandwidth_daily',
    requires: [['app:read']],
    handle: (call, world) =>
      usage([findApp(call, world)], dateOf(call.query.get('date'), call.now)),
  },
  {
    method: 'POST',
    path: '/v2/apps/metrics/bandwidth_daily',
    requires: [['app:read']],
    handle: readSeveral,
  },
];
