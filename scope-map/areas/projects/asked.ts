// How people ask for projects and what they hold.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  projects_list: {
    asked: [
      'what projects are there',
      'how is our stuff grouped',
      'find the id of the staging project',
    ],
    common: 2,
  },
  projects_get: {
    asked: ['show one project', 'what is this project for', 'is this a production project'],
  },
  projects_create: {
    asked: ['start a new project', 'make a group for the website resources', 'set up a project'],
  },
  projects_get_default: {
    asked: ['which is the default project', 'where do new servers end up when no project is given'],
    common: 0,
  },
  projects_update: {
    asked: ['replace name and purpose of a project', 'set all fields of a project anew'],
    common: 0,
  },
  projects_patch: {
    asked: [
      'rename a project',
      'change the description of a project',
      'mark a project as production',
      'make another project the default',
    ],
  },
  projects_update_default: { asked: ['replace the settings of the default project'], common: 0 },
  projects_patch_default: { asked: ['rename the default project'], common: 0 },
  projects_delete: {
    asked: ['remove a project', 'get rid of an empty project', 'delete the old project'],
  },
  projects_list_resources: {
    asked: [
      'what belongs to this project',
      'which servers are in the staging project',
      'everything inside a project',
      'is the project empty',
    ],
    common: 2,
  },
  projects_list_resources_default: {
    asked: ['what is in the default project', 'what was never sorted into a project'],
    common: 0,
  },
  projects_assign_resources: {
    asked: [
      'move a server to another project',
      'put these things into the production project',
      'add my domain to a project',
    ],
  },
  projects_assign_resources_default: {
    asked: ['move something back to the default project', 'take a server out of its project'],
    common: 0,
  },
};
