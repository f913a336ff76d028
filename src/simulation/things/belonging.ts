// Which project a resource belongs to. New resources go to the default project unless told otherwise.
import type { Scope } from '../../../scope-map/scopes.ts';
import { unprocessable } from '../exchange/refusal.ts';
import type { World } from '../world/world.ts';

/** A project. */
export interface Project {
  readonly id: string;
  name: string;
  description: string;
  purpose: string;
  environment: string;
  isDefault: boolean;
  readonly createdAt: number;
  updatedAt: number;
}

/** The account's projects by id. */
export class Projects extends Map<string, Project> {}

/** Which project a resource is in, by its URN. */
export class Assignments extends Map<string, { readonly project: string; readonly at: number }> {}

/** A kind of resource that can be in a project. */
export interface Assignable {
  /** What reading such a resource needs. */
  readonly scope: Scope;
  /** Path of its collection under /v2. */
  readonly path: string;
  /** How starting accounts call the kind. */
  readonly called: string;
  /** The id of the one with this name; undefined when there is none. */
  readonly named: (name: string) => string | number | undefined;
}

/** The kinds of resource that can be in a project, by their name in URNs; each area adds its own. */
export class Assignables extends Map<string, Assignable> {}

/** Kinds of resource that can be in a project, as they stand in a URN. */
export type UrnKind =
  | 'droplet'
  | 'volume'
  | 'domain'
  | 'loadbalancer'
  | 'dbaas'
  | 'kubernetes'
  | 'app'
  // Reserved IPs keep their former name here.
  | 'floatingip';

/** The uniform name of a resource. */
export const urn = (kind: UrnKind, id: string | number): string => `do:${kind}:${id}`;

/** The first of some things with a name. */
export const idByName = <T extends { readonly name: string; readonly id: string | number }>(
  items: Iterable<T>,
  name: string,
): string | number | undefined => {
  for (const item of items) if (item.name === name) return item.id;
  return undefined;
};

/** The id of the default project; empty only while an account is being set up. */
export const defaultProject = (world: World): string => {
  for (const project of world.of(Projects).values()) if (project.isDefault) return project.id;
  return '';
};

/**
 * Puts a resource into a project.
 *
 * @param project absent, null or empty: the default one.
 * @throws ApiRefusal 422 for an unknown project.
 */
export const assign = (
  world: World,
  name: string,
  project: string | null | undefined,
  at: number,
): void => {
  const target = project ? project : defaultProject(world);
  if (project && !world.of(Projects).has(project)) {
    throw unprocessable('project_id does not name a project of this account.');
  }
  world.of(Assignments).set(name, { project: target, at });
};

/** Takes a resource out of its project, because it is gone. */
export const unassign = (world: World, name: string): void => {
  world.of(Assignments).delete(name);
};

/** The project a resource is in. */
export const projectOf = (world: World, name: string): string =>
  world.of(Assignments).get(name)?.project ?? defaultProject(world);

/** That project's name, as invoices show it. */
export const projectName = (world: World, name: string): string =>
  world.of(Projects).get(projectOf(world, name))?.name ?? '';
