// Images of the account's own: importing, changing, moving and giving them away.
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { describeArea } from '../../../entry/area-map.ts';
import { given, needs, valued } from '../../../entry/conditions.ts';
import { argument, read, reply } from '../../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../../entry/replies.ts';
import { actionList } from '../../../entry/views.ts';
import facts from './facts.json' with { type: 'json' };
import { transfers } from './transfers.ts';
import { words } from './words.ts';

const actionLife: Omit<LifeCycle, 'poll'> = {
  state: 'action.status',
  done: ['completed'],
  failed: ['errored'],
  usually: 300,
  what: 'image action',
};

export default describeArea(facts, words, {
  images_create_custom: {
    title: 'Import a custom image',
    description:
      'Imports a Linux disk image from a URL, to make Droplets from; billing starts once it is there ($0.06 per GB a month).',
    conditions: [given('tags', needs('tag:create'))],
    effect: 'write',
    cost: 'starts',
    reply: object('image'),
    watch: {
      poll: read('images_get', { image_id: reply('image.id') }),
      state: 'image.status',
      done: ['available'],
      failed: ['deleted', 'retired'],
      missing: 'wait',
      message: 'image.error_message',
      usually: 600,
      what: 'image',
    },
    // Signed addresses open the file to whoever knows them.
    confidential: ['url'],
    says: {
      name: 'Name.',
      region: 'Region slug where it is kept; image_actions_post brings it to others.',
      tags: 'Tags to give; missing ones are made.',
    },
  },
  images_update: {
    title: 'Change an image',
    description: 'Renames a snapshot, backup or custom image; of custom ones also the description.',
    rules: [{ kind: 'any_of', arguments: ['name', 'distribution', 'description'] }],
    effect: 'write',
    reply: object('image'),
    says: {
      name: 'New name.',
      description: 'Free text (custom images only).',
      distribution: 'Linux distribution (custom images only).',
    },
  },
  images_delete: {
    title: 'Delete an image',
    description:
      'Deletes a snapshot, backup or custom image for good; Droplets made from it stay. Public images cannot go.',
    cost: 'stops',
    reply: nothing,
  },
  imageActions_list: {
    title: "List an image's actions",
    description: 'Lists what was done to an image: transfers to regions and conversions.',
    reply: pagedList('actions'),
    view: actionList,
  },
  imageActions_get: {
    title: 'Get an image action',
    description: 'Shows how far an action on an image is; wait_seconds waits for its end.',
    reply: object('action'),
    view: { drops: ['region'] },
    watch: {
      ...actionLife,
      poll: read('imageActions_get', {
        image_id: argument('image_id'),
        action_id: argument('action_id'),
      }),
    },
  },
  imageActions_post: {
    title: 'Copy or convert an image',
    description:
      'Copies a snapshot or custom image to another region too (transfer), or makes a backup a snapshot that stays and costs (convert).',
    conditions: [valued('type', ['convert'], { cost: 'starts' })],
    rules: [
      { kind: 'needs', when: { argument: 'type', is: ['transfer'] }, arguments: ['region'] },
      { kind: 'only', arguments: ['region'], when: { argument: 'type', is: ['transfer'] } },
    ],
    effect: 'write',
    reply: object('action'),
    view: { drops: ['region'] },
    watch: {
      ...actionLife,
      poll: read('imageActions_get', {
        image_id: argument('image_id'),
        action_id: reply('action.id'),
      }),
    },
    says: { type: 'What to do.', region: 'Region slug to copy it to (transfer).' },
  },
  ...transfers,
});
