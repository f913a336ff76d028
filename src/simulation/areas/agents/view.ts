// Agents as DigitalOcean shows them.
import { forPeople } from '../../exchange/times.ts';
import { models } from '../../reference/models.ts';
import { KnowledgeBases, knowledgeBaseView } from '../../things/knowledge-bases.ts';
import type { World } from '../../world/world.ts';
import { type Agent, type AgentFunction, type AgentKey, Agents, type Version } from './agent.ts';

const modelView = (uuid: unknown): object => {
  const model = models.find((it) => it.uuid === uuid);
  if (model === undefined) return {};
  const { id, name, usecases } = model;
  return { model: { uuid: model.uuid, name, inference_name: id, usecases } };
};

const functionView = ({ id, settings, createdAt, updatedAt }: AgentFunction) => ({
  uuid: id,
  name: settings['function_name'],
  description: settings['description'],
  faas_name: settings['faas_name'],
  faas_namespace: settings['faas_namespace'],
  input_schema: settings['input_schema'],
  output_schema: settings['output_schema'],
  created_at: forPeople(createdAt),
  updated_at: forPeople(updatedAt),
});

/** A key; its secret is shown once, by whoever made it. */
export const keyView = ({ id, name, createdAt }: AgentKey) => ({
  uuid: id,
  name,
  created_at: forPeople(createdAt),
});

/** An agent without what hangs on it, as lists show it. */
export const briefView = (world: World, agent: Agent) => {
  const { model_uuid, ...settings } = agent.settings;
  return {
    uuid: agent.id,
    ...settings,
    ...modelView(model_uuid),
    deployment: {
      uuid: agent.deployment,
      status: `STATUS_${agent.status}`,
      visibility: agent.visibility,
      created_at: forPeople(agent.createdAt),
      updated_at: forPeople(agent.updatedAt),
      ...(agent.status === 'RUNNING' ? { url: agent.url } : {}),
    },
    ...(agent.status === 'RUNNING' ? { url: agent.url } : {}),
    version_hash: agent.version,
    created_at: forPeople(agent.createdAt),
    updated_at: forPeople(agent.updatedAt),
    knowledge_bases: agent.knowledgeBases.flatMap((id) => {
      const base = world.of(KnowledgeBases).get(id);
      return base === undefined ? [] : [knowledgeBaseView(world, base)];
    }),
  };
};

/** The agents that an agent hands questions on to, with the way there. */
export const childrenView = (world: World, agent: Agent): readonly object[] =>
  [...agent.children].flatMap(([id, route]) => {
    const child = world.of(Agents).get(id);
    if (child === undefined) return [];
    return [
      {
        ...briefView(world, child),
        route_uuid: route.id,
        route_name: route.name,
        if_case: route.ifCase,
        route_created_at: forPeople(route.createdAt),
      },
    ];
  });

/** An agent with all that hangs on it. */
export const agentView = (world: World, agent: Agent) => ({
  ...briefView(world, agent),
  api_key_infos: [...agent.keys.values()].map(keyView),
  functions: agent.functions.map(functionView),
  child_agents: childrenView(world, agent),
});

/** Whether everything that a version needs is still there. */
export const isWhole = (world: World, version: Version): boolean =>
  version.knowledgeBases.every((id) => world.of(KnowledgeBases).has(id)) &&
  [...version.children.keys()].every((id) => world.of(Agents).has(id));

/** The settings of an agent that its versions show as well. */
const versioned = [
  'name',
  'instruction',
  'description',
  'tags',
  'k',
  'temperature',
  'top_p',
  'max_tokens',
  'retrieval_method',
  'provide_citations',
];

/** A version as lists show it. */
export const versionView = (world: World, agent: Agent, version: Version) => {
  const { settings } = version;
  const model = models.find((it) => it.uuid === settings['model_uuid']);
  const own = versioned.filter((name) => settings[name] !== undefined);
  return {
    version_hash: version.hash,
    agent_uuid: agent.id,
    ...Object.fromEntries(own.map((name) => [name, settings[name]])),
    ...(model === undefined ? {} : { model_name: model.name }),
    currently_applied: version.hash === agent.version,
    can_rollback: version.hash !== agent.version && isWhole(world, version),
    attached_knowledgebases: version.knowledgeBases.map((uuid) => {
      const base = world.of(KnowledgeBases).get(uuid);
      return { uuid, ...(base ? { name: base.name } : {}), is_deleted: base === undefined };
    }),
    attached_functions: version.functions.map((it) => ({
      name: it.settings['function_name'],
      description: it.settings['description'],
      faas_name: it.settings['faas_name'],
      faas_namespace: it.settings['faas_namespace'],
      is_deleted: !agent.functions.some(({ id }) => id === it.id),
    })),
    attached_child_agents: [...version.children].map(([id, route]) => ({
      child_agent_uuid: id,
      route_name: route.name,
      if_case: route.ifCase,
      is_deleted: !world.of(Agents).has(id),
    })),
    created_by_email: world.profile.email,
    created_at: forPeople(version.createdAt),
  };
};
