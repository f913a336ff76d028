// What projects group: listing it, and moving it from one project to another.
import { entriesOf } from '../../../entry/part.ts';
import { object, pagedList } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const view = { columns: ['urn', 'status', 'assigned_at'] } as const;

const urns =
  'URNs such as do:droplet:123, do:domain:example.com, do:volume:<id>; databases are dbaas, reserved IPs floatingip, buckets space.';

// Which read scope it is depends on what the URNs name.
const hints = [
  {
    status: 403,
    next: 'Besides project:assign_resource the token needs the read scope of each kind of resource, such as droplet:read.',
  },
] as const;

/** By operation id. */
export const resources = entriesOf(facts, {
  projects_list_resources: {
    title: 'List what a project holds',
    description:
      'Lists the resources of a project as URNs (do:droplet:123); kinds that the token may not read are left out.',
    reply: pagedList('resources'),
    view,
  },
  projects_list_resources_default: {
    title: 'List what the default project holds',
    description:
      'Lists the resources of the default project as URNs, as projects_list_resources with project_id "default" does.',
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
