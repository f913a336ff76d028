// Projects and the resources in them.
import * as z from 'zod';
import type { Scope } from '../../../scope-map/scopes.ts';
import type { Account } from '../account/account.ts';
import { defaultProject, projectOf } from '../account/belonging.ts';
import { type Answer, type Call, created, done, ok, segment } from '../exchange/call.ts';
import { listOf, optional, read } from '../exchange/input.ts';
import { page } from '../exchange/pages.ts';
import { conflict, notFound, preconditionFailed, unprocessable } from '../exchange/refusal.ts';
import type { Route } from '../exchange/router.ts';
import { forPeople } from '../exchange/times.ts';

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

/** Purposes that DigitalOcean offers; any other text is kept as "Other: …". */
const purposes = [
  'Just trying out DigitalOcean',
  'Class project / Educational purposes',
  'Website or blog',
  'Web Application',
  'Service or API',
  'Mobile Application',
  'Machine learning / AI / Data processing',
  'IoT',
  'Operational / Developer tooling',
];

const purposeOf = (given: string): string =>
  purposes.includes(given) || given.startsWith('Other: ') ? given : `Other: ${given}`;

const projectView = (account: Account, project: Project) => ({
  id: project.id,
  owner_uuid: account.profile.uuid,
  owner_id: account.profile.ownerId,
  name: project.name,
  description: project.description,
  purpose: project.purpose,
  ...(project.environment === '' ? {} : { environment: project.environment }),
  is_default: project.isDefault,
  created_at: forPeople(project.createdAt),
  updated_at: forPeople(project.updatedAt),
});

const environment = z.enum(['Development', 'Staging', 'Production']);
const fields = {
  name: z.string().min(1).max(175),
  description: z.string().max(255),
  purpose: z.string().min(1).max(255),
};
const newProject = z.object({
  name: fields.name,
  purpose: fields.purpose,
  description: optional(fields.description),
  environment: optional(environment),
});
const replacement = z.object({
  ...fields,
  environment,
  is_default: z.boolean(),
});
const patch = z.object({
  name: optional(fields.name),
  purpose: optional(fields.purpose),
  description: optional(fields.description),
  environment: optional(environment),
  is_default: optional(z.boolean()),
});

/** Adds a project. */
export const addProject = (
  account: Account,
  given: {
    readonly name: string;
    readonly purpose: string;
    readonly description?: string | null | undefined;
    readonly environment?: string | null | undefined;
    readonly isDefault?: boolean;
  },
  at: number,
): Project => {
  const project: Project = {
    id: account.ids.uuid(),
    name: given.name,
    description: given.description ?? '',
    purpose: purposeOf(given.purpose),
    environment: given.environment ?? '',
    isDefault: given.isDefault ?? false,
    createdAt: at,
    updatedAt: at,
  };
  account.projects.set(project.id, project);
  return project;
};

const find = (call: Call, account: Account): Project => {
  const id = call.path['project_id'] ?? 'default';
  const project = account.projects.get(id === 'default' ? defaultProject(account) : id);
  if (project === undefined) throw notFound('project');
  return project;
};

const checkName = (account: Account, name: string, self?: Project): void => {
  for (const other of account.projects.values()) {
    if (other !== self && other.name === name) throw conflict('name is already in use');
  }
};

const change = (call: Call, account: Account, given: z.output<typeof patch>): Answer => {
  const project = find(call, account);
  if (given.name) checkName(account, given.name, project);
  if (given.is_default === false && project.isDefault) {
    throw unprocessable('Make another project the default instead of unsetting this one.');
  }
  project.name = given.name ?? project.name;
  project.description = given.description ?? project.description;
  project.purpose = given.purpose ? purposeOf(given.purpose) : project.purpose;
  project.environment = given.environment ?? project.environment;
  project.updatedAt = call.now;
  if (given.is_default) {
    for (const other of account.projects.values()) other.isDefault = other === project;
  }
  return ok({ project: projectView(account, project) });
};

/** The read scope and collection of each kind of resource, by its name in URNs. */
const kinds: Readonly<Record<string, { readonly scope: Scope; readonly path: string }>> = {
  droplet: { scope: 'droplet:read', path: 'droplets' },
  volume: { scope: 'block_storage:read', path: 'volumes' },
  domain: { scope: 'domain:read', path: 'domains' },
  loadbalancer: { scope: 'load_balancer:read', path: 'load_balancers' },
  dbaas: { scope: 'database:read', path: 'databases' },
  kubernetes: { scope: 'kubernetes:read', path: 'kubernetes/clusters' },
  app: { scope: 'app:read', path: 'apps' },
  floatingip: { scope: 'reserved_ip:read', path: 'reserved_ips' },
};

/** A URN taken apart; reserved IPs also go by their present name. */
const parsed = (name: string) => {
  const [, kind = '', ...rest] = name.split(':');
  const known = kind === 'reservedip' ? 'floatingip' : kind;
  return { kind: known, id: rest.join(':'), urn: `do:${known}:${rest.join(':')}` };
};

const resourceView = (
  call: Call,
  name: string,
  at: number,
  status: 'ok' | 'assigned' | 'already_assigned' | 'not_found',
) => {
  const { kind, id } = parsed(name);
  return {
    urn: name,
    assigned_at: forPeople(at),
    links: { self: `${call.origin}/v2/${kinds[kind]?.path ?? kind}/${id}` },
    status,
  };
};

const listResources = (call: Call, account: Account): Answer => {
  const project = find(call, account);
  const resources = [...account.assignments].filter(([name, it]) => {
    const kind = kinds[parsed(name).kind];
    return it.project === project.id && kind !== undefined && call.holder.can(kind.scope);
  });
  return page(call, 'resources', resources, ([name, it]) => resourceView(call, name, it.at, 'ok'));
};

const assignResources = (call: Call, account: Account): Answer => {
  const project = find(call, account);
  const { resources } = read(call, z.object({ resources: listOf(z.string()) }));
  for (const name of resources) {
    const kind = kinds[parsed(name).kind];
    if (!name.startsWith('do:') || kind === undefined) {
      throw unprocessable(`${name} is not the URN of a resource that can be in a project.`);
    }
    call.holder.demand([[kind.scope]]);
  }
  const answers = resources.map((name) => {
    const { urn } = parsed(name);
    const before = account.assignments.get(urn);
    if (before === undefined) return resourceView(call, name, call.now, 'not_found');
    if (projectOf(account, urn) === project.id) {
      return resourceView(call, name, before.at, 'already_assigned');
    }
    account.assignments.set(urn, { project: project.id, at: call.now });
    return resourceView(call, name, call.now, 'assigned');
  });
  return ok({ resources: answers });
};

const at = (path: string): readonly Route[] => [
  {
    method: 'GET',
    path,
    requires: [['project:read']],
    handle: (call, account) => ok({ project: projectView(account, find(call, account)) }),
  },
  {
    method: 'PUT',
    path,
    requires: [['project:update']],
    handle: (call, account) => change(call, account, read(call, replacement)),
  },
  {
    method: 'PATCH',
    path,
    requires: [['project:update']],
    handle: (call, account) => change(call, account, read(call, patch)),
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

/** Projects; `default` stands for the default one. */
export const projectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/projects',
    requires: [['project:read']],
    handle: (call, account) =>
      page(call, 'projects', [...account.projects.values()], (it) => projectView(account, it)),
  },
  {
    method: 'POST',
    path: '/v2/projects',
    requires: [['project:create']],
    handle: (call, account) => {
      const given = read(call, newProject);
      checkName(account, given.name);
      return created({ project: projectView(account, addProject(account, given, call.now)) });
    },
  },
  ...at('/v2/projects/default'),
  ...at('/v2/projects/{project_id}'),
  {
    method: 'DELETE',
    path: '/v2/projects/{project_id}',
    requires: [['project:delete']],
    handle: (call, account) => {
      const project = account.projects.get(segment(call, 'project_id'));
      if (project === undefined) throw notFound('project');
      if (project.isDefault) throw preconditionFailed('The default project cannot be deleted.');
      const isUsed = [...account.assignments.values()].some((it) => it.project === project.id);
      if (isUsed) throw preconditionFailed('cannot delete a project with resources');
      account.projects.delete(project.id);
      return done;
    },
  },
];
