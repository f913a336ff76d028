// The lists that other calls take their values from: regions, sizes, and all actions of the account.
import type { Account } from '../account/account.ts';
import { type Action, actionView } from '../account/actions.ts';
import { numberIn, ok } from '../exchange/call.ts';
import { page } from '../exchange/pages.ts';
import { notFound } from '../exchange/refusal.ts';
import type { Route } from '../exchange/router.ts';
import { regions, regionView } from '../reference/regions.ts';
import { sizes } from '../reference/sizes.ts';

const newestFirst = (account: Account): readonly Action[] =>
  [...account.actions.byId.values()].reverse();

/** Regions, sizes and actions. */
export const referenceRoutes: readonly Route[] = [
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
    handle: (call, account) => page(call, 'actions', newestFirst(account), actionView),
  },
  {
    method: 'GET',
    path: '/v2/actions/{action_id}',
    requires: [['actions:read']],
    handle: (call, account) => {
      const action = account.actions.byId.get(numberIn(call, 'action_id'));
      if (action === undefined) throw notFound('action');
      return ok({ action: actionView(action) });
    },
  },
];
