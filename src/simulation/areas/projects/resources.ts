// The resources of a project, and moving them between projects.
import * as z from 'zod';
import { type Call, ok, type RouteReply } from '../../exchange/call.ts';
import { listOf, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import { forPeople } from '../../exchange/times.ts';
import {
  Assignables,
  Assignments,
  defaultProject,
  type Project,
  Projects,
  projectOf,
} from '../../things/belonging.ts';
import type { World } from '../../world/world.ts';

/** The project that a path names. @throws ApiRefusal 404. */
export const findProject = (call: Call, world: World): Project => {
  const id = call.path['project_id'] ?? 'default';
  const project = world.of(Projects).get(id === 'default' ? defaultProject(world) : id);
  if (project === undefined) throw notFound('project');
  return project;
};

/** A URN taken apart, with what is known of its kind; reserved IPs also go by their present name. */
const parsed = (world: World, name: string) => {
  const [, kind = '', ...rest] = name.split(':');
  const known = kind === 'reservedip' ? 'floatingip' : kind;
  const id = rest.join(':');
  const assignable = [...world.of(Assignables)].find(([it]) => it === known)?.[1];
  return { kind: known, id, urn: `do:${known}:${id}`, assignable };
};

const resourceView = (
  call: Call,
  world: World,
  name: string,
  at: number,
  status: 'ok' | 'assigned' | 'already_assigned' | 'not_found',
) => {
  const { kind, id, assignable } = parsed(world, name);
  return {
    urn: name,
    assigned_at: forPeople(at),
    links: { self: `${call.origin}/v2/${assignable?.path ?? kind}/${id}` },
    status,
  };
};

/** `GET …/resources`. */
export const listResources = (call: Call, world: World): RouteReply => {
  const project = findProject(call, world);
  const resources = [...world.of(Assignments)].filter(([name, it]) => {
    const { assignable } = parsed(world, name);
    return (
      it.project === project.id && assignable !== undefined && call.holder.can(assignable.scope)
    );
  });
  return page(call, 'resources', resources, ([name, it]) =>
    resourceView(call, world, name, it.at, 'ok'),
  );
};

/** `POST …/resources`. */
export const assignResources = (call: Call, world: World): RouteReply => {
  const project = findProject(call, world);
  const { resources } = read(call, z.object({ resources: listOf(z.string()) }));
  for (const name of resources) {
    const { assignable } = parsed(world, name);
    if (!name.startsWith('do:') || assignable === undefined) {
      throw unprocessable(`${name} is not the URN of a resource that can be in a project.`);
    }
    call.holder.demand([[assignable.scope]]);
  }
  const answers = resources.map((name) => {
    const { urn } = parsed(world, name);
    const before = world.of(Assignments).get(urn);
    if (before === undefined) return resourceView(call, world, name, call.now, 'not_found');
    if (projectOf(world, urn) === project.id) {
      return resourceView(call, world, name, before.at, 'already_assigned');
    }
    world.of(Assignments).set(urn, { project: project.id, at: call.now });
    return resourceView(call, world, name, call.now, 'assigned');
  });
  return ok({ resources: answers });
};
