// Where DigitalOcean's document is wrong about changing projects and what they hold.
import type { Correction } from '../../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['projects_update', 'projects_patch'],
    change: { kind: 'schema', at: 'path.project_id', drop: ['format'] },
    why: 'The word "default" names the default project.',
    source: 'path /v2/projects/default of the same document',
  },
  {
    operations: ['projects_assign_resources_default'],
    change: {
      kind: 'schema',
      at: 'body.resources',
      set: { minItems: 1, items: { type: 'string', pattern: '^do:[a-z0-9_-]+:.+$' } },
    },
    why: 'The pattern lists kinds of resources and forgets newer ones, such as apps, which belong to projects, too; an empty list moves nothing.',
    source: 'POST /v2/apps, which takes a project; resources of projects in the control panel',
  },
  {
    operations: ['projects_assign_resources_default'],
    change: { kind: 'required', at: 'body', names: ['resources'] },
    why: 'Without resources the call moves nothing.',
    source: 'description and example of both operations',
  },
  {
    operations: ['projects_assign_resources_default'],
    change: { kind: 'scopes', are: [['project:assign_resource'], ['project:update']] },
    why: 'Who may change a project may assign to it.',
    source: 'description of the operation',
  },
];
