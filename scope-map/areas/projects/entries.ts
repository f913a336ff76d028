// Projects: groups of resources, and what they group.
import { describeArea } from '../../entry/area-map.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { hints, urns, view } from './urns.ts';
import { words } from './words.ts';

export default describeArea(facts, words, {
  projects_list: {
    title: 'List projects',
    description: 'Lists projects with purpose and environment.',
    reply: pagedList('projects'),
    view: {
      columns: [
        'id',
        'name',
        'purpose',
        'description',
        'environment',
        'is_default',
        'created_at',
        'updated_at',
      ],
    },
  },
  projects_get: {
    title: 'Get a project',
    description: 'Shows one project.',
    reply: object('project'),
  },
  projects_create: {
    title: 'Create a project',
    description: 'Creates an empty project to group resources in.',
    effect: 'write',
    reply: object('project'),
    says: { name: 'Name, unique in the team.' },
  },
  projects_list_resources: {
    title: 'List what a project holds',
    description:
      'Lists the resources of a project as URNs (do:droplet:123); kinds that the token may not read are left out.',
    reply: pagedList('resources'),
    view,
  },
  projects_assign_resources: {
    title: 'Move resources to a project',
    description:
      'Moves resources into a project, out of the one they were in; each has its own status in the answer.',
    effect: 'write',
    reply: object(null),
    hints,
    says: { resources: urns },
  },
});
