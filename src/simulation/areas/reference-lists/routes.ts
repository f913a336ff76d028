// The lists that other calls take their values from: regions, sizes, and all actions of the account.

import { numberIn, ok } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { regions, regionView } from '../../reference/regions.ts';
import { sizes } from '../../reference/sizes.ts';
import { type Action, actionView } from '../../world/actions.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';

const newestFirst = (world: World): readonly Action[] => [...world.actions.byId.values()].reverse();

/** Regions, sizes and actions. */
const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/regions',
    requires: [['regions:read']],
    handle: (call) =>
      page(call, 'regions', regions, ({ slug }) =>
        call.holder.can('sizes:read') ? regionView(slug) : { ...regionView(slug), sizes: [] },
      ),
  },
  {
    method: 'GET',
    path: '/v2/sizes',
    requires: [['sizes:read', 'regions:read']],
    handle: (call) => page(call, 'sizes', sizes, (size) => size),
  },
  {
    method: 'GET',
    path: '/v2/actions',
    requires: [['actions:read']],
    handle: (call, world) => page(call, 'actions', newestFirst(world), actionView),
  },
  {
    method: 'GET',
    path: '/v2/actions/{action_id}',
    requires: [['actions:read']],
    handle: (call, world) => {
      const action = world.actions.byId.get(numberIn(call, 'action_id'));
      if (action === undefined) throw notFound('action');
      return ok({ action: actionView(action) });
    },
  },
];

/** Regions, sizes and actions. */
export const referenceArea: SimulatedArea = { routes };
