// Actions of the whole account: everything that was started and how it ended.
import { describeArea } from '../../entry/area-map.ts';
import { argument, read } from '../../entry/follow-ups.ts';
import { object, pagedList } from '../../entry/replies.ts';
import { actionList } from '../../entry/views.ts';
import facts from './facts.json' with { type: 'json' };

export default describeArea(
  facts,
  {},
  {
    actions_list: {
      title: 'List actions',
      description:
        'Lists actions on Droplets, volumes, images and reserved IPs, newest first; other work is told by its own resource.',
      reply: pagedList('actions'),
      view: actionList,
    },
    actions_get: {
      title: 'Get an action',
      description:
        'Shows how far an action on a Droplet, volume, image or reserved IP is; wait_seconds waits for its end.',
      reply: object('action'),
      view: { drops: ['region'] },
      watch: {
        poll: read('actions_get', { action_id: argument('action_id') }),
        state: 'action.status',
        done: ['completed'],
        failed: ['errored'],
        usually: 30,
        what: 'action',
      },
    },
  },
);
