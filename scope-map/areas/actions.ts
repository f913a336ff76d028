// Actions of the whole account: everything that was started and how it ended.
import { type Endpoint, endpoint, pagedList } from '../endpoint.ts';

/** Endpoints of the area `actions`. */
export const actions: readonly Endpoint[] = [
  endpoint({
    id: 'actions_list',
    area: 'actions',
    method: 'GET',
    path: '/v2/actions',
    title: 'List actions',
    description: 'Lists actions on all resources of the account, newest first.',
    requires: [['actions:read']],
    effect: 'read',
    reply: pagedList('actions'),
    view: { drops: ['region'] },
  }),
  endpoint({
    id: 'actions_get',
    area: 'actions',
    method: 'GET',
    path: '/v2/actions/{action_id}',
    title: 'Get an action',
    description: 'Shows how far any action is; wait_seconds waits for its end.',
    requires: [['actions:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'action' },
    view: { drops: ['region'] },
    watch: {
      poll: { operation: 'actions_get', path: { action_id: { argument: 'action_id' } } },
      state: 'action.status',
      done: ['completed'],
      failed: ['errored'],
      usually: 30,
      what: 'action',
    },
  }),
];
