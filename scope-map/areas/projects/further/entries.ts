// Projects: changing them, and what they group.
import { describeArea } from '../../../entry/area-map.ts';
import { nothing, object } from '../../../entry/replies.ts';
import { words } from '../words.ts';
import facts from './facts.json' with { type: 'json' };
import { resources } from './resources.ts';

export default describeArea(facts, words, {
  projects_get_default: {
    title: 'Get the default project',
    description: 'Shows the project that takes in what is created without one.',
    reply: object('project'),
  },
  projects_update: {
    title: 'Replace a project',
    description:
      'Replaces all five attributes of a project; to change some of them, projects_patch is safer.',
    effect: 'write',
    reply: object('project'),
    says: { is_default: 'true: what is created without a project lands here from now on.' },
  },
  projects_patch: {
    title: 'Change a project',
    description:
      'Changes the given attributes of a project: name, description, purpose and the like.',
    rules: [
      {
        kind: 'any_of',
        arguments: ['name', 'description', 'purpose', 'environment', 'is_default'],
      },
    ],
    effect: 'write',
    reply: object('project'),
    says: { is_default: 'true: what is created without a project lands here from now on.' },
  },
  projects_update_default: {
    title: 'Replace the default project',
    description:
      'Replaces all attributes of the default project; projects_patch with project_id "default" changes just some.',
    effect: 'write',
    reply: object('project'),
    says: { is_default: 'Stays true; another project takes over by its own update.' },
  },
  projects_patch_default: {
    title: 'Change the default project',
    description:
      'Changes the given attributes of the default project, as projects_patch with project_id "default" does.',
    rules: [
      {
        kind: 'any_of',
        arguments: ['name', 'description', 'purpose', 'environment', 'is_default'],
      },
    ],
    effect: 'write',
    reply: object('project'),
    says: { is_default: 'Stays true; another project takes over by its own update.' },
  },
  projects_delete: {
    title: 'Delete a project',
    description:
      'Deletes an empty project; move what it holds first with projects_assign_resources. The default project cannot go.',
    reply: nothing,
    hints: [
      {
        status: 412,
        next: 'It still holds resources: list them, then move them to another project or destroy them; a move just made counts after a minute or two.',
      },
    ],
    says: { project_id: 'Project id.' },
  },
  ...resources,
});
