// Actions on every Droplet that has a tag.
import { describeArea } from '../../../entry/area-map.ts';
import { needs, valued } from '../../../entry/conditions.ts';
import { read, reply } from '../../../entry/follow-ups.ts';
import { object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

export default describeArea(
  facts,
  {},
  {
    dropletActions_post_byTag: {
      title: 'Act on Droplets by tag',
      description:
        'Starts the same action on every Droplet that has the tag; look with droplets_list first. power_off and power_cycle cut power hard; snapshots and backups cost money for each.',
      conditions: [
        valued('type', ['snapshot'], { ...needs('image:create'), cost: 'starts' }),
        valued('type', ['enable_backups'], { cost: 'raises' }),
        valued('type', ['disable_backups'], { cost: 'stops' }),
      ],
      rules: [{ kind: 'only', arguments: ['name'], when: { argument: 'type', is: ['snapshot'] } }],
      effect: 'write',
      reply: object(null),
      view: { drops: ['actions.region'] },
      watch: {
        poll: read('actions_get', { action_id: reply('actions.id') }),
        state: 'action.status',
        done: ['completed'],
        failed: ['errored'],
        usually: 30,
        what: 'action',
      },
      says: {
        tag_name: 'Tag of the Droplets to act on.',
        type: 'What to do.',
        name: 'Name of the snapshots (snapshot).',
      },
    },
  },
);
