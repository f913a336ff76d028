// Which project a resource belongs to. New resources go to the default project unless told otherwise.
import { unprocessable } from '../exchange/refusal.ts';
import type { Account } from './account.ts';

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

/** The id of the default project; empty only while an account is being set up. */
export const defaultProject = (account: Account): string => {
  for (const project of account.projects.values()) if (project.isDefault) return project.id;
  return '';
};

/**
 * Puts a resource into a project.
 *
 * @param project absent, null or empty: the default one.
 * @throws Refusal 422 for an unknown project.
 */
export const assign = (
  account: Account,
  name: string,
  project: string | null | undefined,
  at: number,
): void => {
  const target = project ? project : defaultProject(account);
  if (project && !account.projects.has(project)) {
    throw unprocessable('project_id does not name a project of this account.');
  }
  account.assignments.set(name, { project: target, at });
};

/** Takes a resource out of its project, because it is gone. */
export const unassign = (account: Account, name: string): void => {
  account.assignments.delete(name);
};

/** The project a resource is in. */
export const projectOf = (account: Account, name: string): string =>
  account.assignments.get(name)?.project ?? defaultProject(account);

/** That project's name, as invoices show it. */
export const projectName = (account: Account, name: string): string =>
  account.projects.get(projectOf(account, name))?.name ?? '';
