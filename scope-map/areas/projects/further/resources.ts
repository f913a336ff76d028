// What the default project groups: the same again without naming the project.
import { entriesOf } from '../../../entry/part.ts';
import { object, pagedList } from '../../../entry/replies.ts';
import { hints, urns, view } from '../urns.ts';
import facts from './facts.json' with { type: 'json' };

/** By operation id. */
export const resources = entriesOf(facts, {
  projects_list_resources_default: {
    title: 'List what the default project holds',
    description:
      'Lists the resources of the default project as URNs, as projects_list_resources with project_id "default" does.',
    reply: pagedList('resources'),
    view,
  },
  projects_assign_resources_default: {
    title: 'Move resources to the default project',
    description:
      'Moves resources into the default project, as projects_assign_resources with project_id "default" does.',
    effect: 'write',
    reply: object(null),
    hints,
    says: { resources: urns },
  },
});
