// What an app would be and cost, before it is made.
import * as z from 'zod';
import { type Call, ok, type RouteReply } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { World } from '../../world/world.ts';
import { Apps, monthlyPrice } from './app.ts';
import { builtComponents, readSpec, sealSecrets } from './spec.ts';

const proposal = z.object({ spec: z.unknown().optional(), app_id: optional(z.string()) });

/** `POST /v2/apps/propose`: checks a spec as creating or updating would, and makes nothing. */
export const propose = (call: Call, world: World): RouteReply => {
  const given = read(call, proposal);
  const self = given.app_id ? world.of(Apps).get(given.app_id) : undefined;
  if (given.app_id && self === undefined) throw notFound('app');
  const spec = readSpec(given.spec);
  const others = [...world.of(Apps).values()].filter((app) => app !== self);
  const isTaken = (name: string): boolean => others.some((app) => app.spec.name === name);
  const free = [spec.name, ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${spec.name}-${n}`)];
  const suggestion = free.find((name) => !isTaken(name));
  const built = builtComponents(spec);
  return ok({
    app_name_available: !isTaken(spec.name),
    ...(isTaken(spec.name) && suggestion ? { app_name_suggestion: suggestion } : {}),
    app_is_static: built.length > 0 && built.every(({ kind }) => kind === 'static_sites'),
    existing_static_apps: String(
      others.filter((app) => (app.spec.static_sites?.length ?? 0) > 0).length,
    ),
    spec: sealSecrets(world, spec),
    app_cost: Math.round(monthlyPrice(world, { spec, createdAt: call.now })),
  });
};
