// Projects: the operations. `default` stands for the default project.
import * as z from 'zod';
import { type Call, created, done, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { choice, optional, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { conflict, notFound, preconditionFailed, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { Assignments, type Project, Projects } from '../../things/belonging.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { addProject, projectView, purposeOf } from './project.ts';
import { assignResources, findProject, listResources } from './resources.ts';

const environments = ['Development', 'Staging', 'Production'] as const;
const fields = {
  name: z.string().min(1).max(175),
  description: z.string().max(255),
  purpose: z.string().min(1).max(255),
};
const newProject = z.object({
  name: fields.name,
  purpose: fields.purpose,
  description: optional(fields.description),
  environment: choice(environments),
});
const replacement = z.object({
  ...fields,
  environment: z.enum(environments),
  is_default: z.boolean(),
});
const patch = z.object({
  name: optional(fields.name),
  purpose: optional(fields.purpose),
  description: optional(fields.description),
  environment: choice(environments),
  is_default: optional(z.boolean()),
});

const checkName = (world: World, name: string, self?: Project): void => {
  for (const other of world.of(Projects).values()) {
    if (other !== self && other.name === name) throw conflict('name is already in use');
  }
};

const change = (call: Call, world: World, given: z.output<typeof patch>): RouteReply => {
  const project = findProject(call, world);
  if (given.name) checkName(world, given.name, project);
  if (given.is_default === false && project.isDefault) {
    throw unprocessable('Make another project the default instead of unsetting this one.');
  }
  project.name = given.name ?? project.name;
  project.description = given.description ?? project.description;
  project.purpose = given.purpose ? purposeOf(given.purpose) : project.purpose;
  project.environment = given.environment ?? project.environment;
  project.updatedAt = call.now;
  if (given.is_default) {
    for (const other of world.of(Projects).values()) other.isDefault = other === project;
  }
  return ok({ project: projectView(world, project) });
};

const at = (path: string): readonly Route[] => [
  {
    method: 'GET',
    path,
    requires: [['project:read']],
    handle: (call, world) => ok({ project: projectView(world, findProject(call, world)) }),
  },
  {
    method: 'PUT',
    path,
    requires: [['project:update']],
    handle: (call, world) => change(call, world, read(call, replacement)),
  },
  {
    method: 'PATCH',
    path,
    requires: [['project:update']],
    handle: (call, world) => change(call, world, read(call, patch)),
  },
  {
    method: 'GET',
    path: `${path}/resources`,
    requires: [['project:read']],
    handle: listResources,
  },
  {
    method: 'POST',
    path: `${path}/resources`,
    // project:update implies project:assign_resource.
    requires: [['project:assign_resource'], ['project:update']],
    handle: assignResources,
  },
];

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/projects',
    requires: [['project:read']],
    handle: (call, world) =>
      page(call, 'projects', [...world.of(Projects).values()], (it) => projectView(world, it)),
  },
  {
    method: 'POST',
    path: '/v2/projects',
    requires: [['project:create']],
    handle: (call, world) => {
      const given = read(call, newProject);
      checkName(world, given.name);
      return created({ project: projectView(world, addProject(world, given, call.now)) });
    },
  },
  ...at('/v2/projects/default'),
  ...at('/v2/projects/{project_id}'),
  {
    method: 'DELETE',
    path: '/v2/projects/{project_id}',
    requires: [['project:delete']],
    handle: (call, world) => {
      const project = world.of(Projects).get(segment(call, 'project_id'));
      if (project === undefined) throw notFound('project');
      if (project.isDefault) throw preconditionFailed('The default project cannot be deleted.');
      const isUsed = [...world.of(Assignments).values()].some((it) => it.project === project.id);
      if (isUsed) throw preconditionFailed('cannot delete a project with resources');
      world.of(Projects).delete(project.id);
      return done;
    },
  },
];

/** Projects. */
export const projectArea: SimulatedArea = { routes };
