// What hangs on projects: what was put into them, which stays.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look, shownWith } from '../../entry/looks.ts';

/** By operation id. */
export const harms: Harms = {
  projects_delete: {
    kind: 'project',
    known: 'project_id',
    thing: {
      look: look('projects_get', { project_id: argument('project_id') }),
      details: [{ at: 'purpose' }, { at: 'environment' }, { at: 'created_at', as: 'age' }],
    },
    hangs: [
      {
        kind: 'resource',
        asks: 'what is in it',
        fate: 'stays',
        look: look('projects_list_resources', { project_id: argument('project_id') }),
        named: 'urn',
        note: 'DigitalOcean refuses as long as there is any',
        ...shownWith(
          'droplet:read',
          'database:read',
          'kubernetes:read',
          'load_balancer:read',
          'block_storage:read',
          'domain:read',
          'app:read',
          'reserved_ip:read',
          'spaces:read',
        ),
      },
    ],
  },
};
