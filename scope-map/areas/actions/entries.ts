// Actions of the whole account: everything that was started and how it ended.
import { describeArea } from '../../entry/area-map.ts';
import { pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

export default describeArea(
  facts,
  {},
  {
    actions_list: {
      title: 'List actions',
      description: 'Lists actions on all resources of the account, newest first.',
      reply: pagedList('actions'),
      view: { drops: ['region'] },
    },
    actions_get: {
      title: 'Get an action',
      description: 'Shows how far any action is; wait_seconds waits for its end.',
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
    },
  },
);
