// How changes of projects are put back, and where resources were before they were moved.
import type { InverseCall, State, StateLook, Undo, Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  former,
  it,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const itself = { project_id: argument('project_id') };
const fields = asBefore('name', 'description', 'purpose', 'environment');
const project = look('projects_get', itself);
const standard = look('projects_get_default', {});

const patched = (state: StateLook, inverse: InverseCall): Undo =>
  restores(state, inverse, {
    watches: ['name', 'description', 'purpose', 'environment', 'is_default'],
  });

const one = patched(
  project,
  call('projects_patch', { ...itself, ...fields, ...asBefore('is_default') }),
);
const usual = patched(standard, call('projects_patch_default', fields));

/** Every project with what is in it: no read tells of a resource which project it is in. */
const memberships: State = {
  over: look('projects_list', {}),
  most: 10,
  id: 'id',
  look: look('projects_list_resources', { project_id: it }),
};

const moved: Undo = {
  state: memberships,
  watches: ['items.is.items.urn'],
  ways: [
    {
      calls: [
        call(
          'projects_assign_resources',
          {
            project_id: former('of.id'),
            resources: { argument: 'resources', among: 'is.items.urn' },
          },
          { each: { former: 'items' } },
        ),
      ],
    },
  ],
};

/** By operation id. */
export const undos: Undos = {
  projects_create: removes(
    look('projects_get', { project_id: reply('project.id') }),
    call('projects_delete', { project_id: reply('project.id') }),
    ['name', 'description', 'purpose', 'environment'],
  ),
  projects_update: one,
  projects_patch: one,
  projects_update_default: usual,
  projects_patch_default: usual,
  projects_delete: restores(project, call('projects_create', fields), {
    differs: 'the project gets another id',
  }),
  projects_assign_resources: moved,
  projects_assign_resources_default: moved,
};
