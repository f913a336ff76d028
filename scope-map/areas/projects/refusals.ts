// Why DigitalOcean would refuse what is done with projects.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustBeNew, untold } from '../../entry/refusals.ts';

const list = looking('projects_list', {});

const taken = 'there is a project {name}';

const renamed = mustBeNew(list, 'projects', { name: 'name' }, taken, {
  except: { id: 'project_id' },
});

const unset = { argument: 'is_default', is: [false] } as const;

const notUnset = look(
  looking('projects_get', { project_id: 'project_id' }),
  [ground({ at: 'project.is_default', is: [true] }, 'another project is made the default instead')],
  { when: unset },
);

const isDefault = { except: { is_default: { is: true } } } as const;

const form = untold('whether each resource is one that a project takes', undefined, [
  {
    at: 'resources',
    like: /^do:(?:droplet|volume|domain|floatingip|reservedip|loadbalancer|kubernetes|dbaas|app):\S+$/,
  },
]);

/** By operation id. */
export const refusals: Refusals = {
  projects_create: [mustBeNew(list, 'projects', { name: 'name' }, taken)],
  projects_update: [renamed, notUnset],
  projects_patch: [renamed, notUnset],
  projects_update_default: [
    mustBeNew(list, 'projects', { name: 'name' }, taken, isDefault),
    untold('whether another project is the default', unset),
  ],
  projects_patch_default: [
    mustBeNew(list, 'projects', { name: 'name' }, taken, isDefault),
    untold('whether another project is the default', unset),
  ],
  projects_delete: [
    look(looking('projects_get', { project_id: 'project_id' }), [
      ground({ at: 'project.is_default', is: [true] }, 'it is the default project'),
    ]),
    look(
      looking('projects_list_resources', { project_id: 'project_id' }),
      [ground({ at: 'resources', filled: true }, 'the project has resources')],
      {
        hidden: [
          'droplet:read',
          'database:read',
          'kubernetes:read',
          'load_balancer:read',
          'block_storage:read',
          'domain:read',
          'app:read',
          'reserved_ip:read',
          'spaces:read',
        ],
      },
    ),
  ],
  projects_assign_resources: [form],
  projects_assign_resources_default: [form],
};
