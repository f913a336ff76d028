// Projects: groups of resources.
import { type Endpoint, endpoint, pagedList } from '../endpoint.ts';

/** Endpoints of the area `projects`. */
export const projects: readonly Endpoint[] = [
  endpoint({
    id: 'projects_list',
    area: 'projects',
    method: 'GET',
    path: '/v2/projects',
    title: 'List projects',
    description: 'Lists projects with purpose and environment.',
    requires: [['project:read']],
    effect: 'read',
    reply: pagedList('projects'),
  }),
  endpoint({
    id: 'projects_get',
    area: 'projects',
    method: 'GET',
    path: '/v2/projects/{project_id}',
    title: 'Get a project',
    description: 'Shows one project.',
    requires: [['project:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'project' },
  }),
  endpoint({
    id: 'projects_create',
    area: 'projects',
    method: 'POST',
    path: '/v2/projects',
    title: 'Create a project',
    description: 'Creates an empty project to group resources in.',
    requires: [['project:create']],
    effect: 'write',
    reply: { kind: 'object', key: 'project' },
    says: { name: 'Name, unique in the team.' },
  }),
];
