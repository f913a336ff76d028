// Tags: labels that group resources, and that firewalls, load balancers and bulk calls go by.
import { describeArea } from '../../entry/area-map.ts';
import { needs, valued } from '../../entry/conditions.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// Tagging changes the tagged thing. Volumes, their snapshots and databases have no such scope or are not asked for it.
const changesIt = [
  valued('resources.resource_type', ['droplet'], needs('droplet:update')),
  valued('resources.resource_type', ['image'], needs('image:update')),
  valued('resources.resource_type', ['database'], needs('database:update')),
] as const;

export default describeArea(facts, words, {
  tags_list: {
    title: 'List tags',
    description:
      'Lists tags with how many resources of each kind carry them; droplets_list with tag_name shows the Droplets.',
    reply: pagedList('tags'),
    view: {
      columns: [
        'name',
        { name: 'total', at: 'resources.count' },
        { name: 'droplets', at: 'resources.droplets.count' },
        { name: 'volumes', at: 'resources.volumes.count' },
        { name: 'volume_snapshots', at: 'resources.volume_snapshots.count' },
        { name: 'databases', at: 'resources.databases.count' },
      ],
    },
  },
  tags_create: {
    title: 'Create a tag',
    description:
      'Creates a tag that nothing carries yet; a tag that exists stays as it is. Put it on with tags_assign_resources.',
    effect: 'write',
    reply: object('tag'),
    says: {
      name: 'Letters, digits, colons, dashes and underscores; keeps its first capitalisation.',
    },
  },
  tags_get: {
    title: 'Get a tag',
    description:
      'Shows how many resources of each kind carry a tag and which got it last; counts leave out what the token may not read.',
    reply: object('tag'),
  },
  tags_delete: {
    title: 'Delete a tag',
    description:
      'Deletes a tag and takes it off everything; firewalls, load balancers and trusted sources that go by it lose those resources.',
    reply: nothing,
  },
  tags_assign_resources: {
    title: 'Tag resources',
    description:
      'Puts an existing tag on resources; firewalls and load balancers that go by the tag take them in at once.',
    conditions: changesIt,
    effect: 'write',
    reply: nothing,
  },
  tags_unassign_resources: {
    title: 'Untag resources',
    description:
      'Takes a tag off resources, which stay; firewalls and load balancers that go by the tag let them go.',
    conditions: changesIt,
    reply: nothing,
  },
});
