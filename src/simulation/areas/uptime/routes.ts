// What uptime checks measure. The checks themselves are a collection like others (behaviours), found by their path.
import * as z from 'zod';
import { fieldsOf, Shelves } from '../../behaviours/shelves.ts';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';

const checks = '/v2/uptime/checks';

const check = z.looseObject({
  target: z.string().catch(''),
  enabled: z.boolean().catch(true),
  regions: z.array(z.string()).min(1).catch(['us_east', 'eu_west']),
  created_at: z.string().catch(''),
});

/** Seconds until a new check has measured something. */
const measuredAfter = 60;

/** Names that lead nowhere on purpose (RFC 2606). */
const leadsNowhere = /\.invalid(?:[:/]|$)/i;

/** Nothing is really visited: what leads nowhere is down, all else is up. */
const readState = (call: Call, world: World): RouteReply => {
  const kept = world.of(Shelves).get(checks)?.get(segment(call, 'check_id'));
  if (kept === undefined) throw notFound('check');
  const { target, enabled, regions, created_at: created } = check.parse(fieldsOf(kept));
  const since = Date.parse(created) + world.pace.lasts(measuredAfter);
  const isDown = leadsNowhere.test(target);
  const measured = {
    status: isDown ? 'DOWN' : 'UP',
    status_changed_at: forPeople(Math.min(since, call.now)),
    thirty_day_uptime_percentage: isDown ? 0 : 100,
  };
  const waiting = { status: 'CHECKING', status_changed_at: created };
  const state = enabled && since <= call.now ? measured : waiting;
  return ok({ state: { regions: Object.fromEntries(regions.map((name) => [name, state])) } });
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: `${checks}/{check_id}/state`,
    requires: [['uptime:read']],
    handle: readState,
  },
];

/** Uptime checks. */
export const uptimeArea: SimulatedArea = { routes };
