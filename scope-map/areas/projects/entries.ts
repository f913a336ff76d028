// Projects: groups of resources.
import { describeArea } from '../../entry/area-map.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
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
});
