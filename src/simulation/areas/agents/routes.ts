// Agents themselves, their versions, and the regions in which they live.
import * as z from 'zod';
import { type Call, ok, type RouteReply } from '../../exchange/call.ts';
import { invalidArgument, pageOf, readArguments } from '../../exchange/gen-ai.ts';
import { listOf, tagName } from '../../exchange/input.ts';
import { notFound, notSimulated } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { agentRegions, modelFor } from '../../reference/models.ts';
import { Projects } from '../../things/belonging.ts';
import { KnowledgeBaseGone, KnowledgeBases } from '../../things/knowledge-bases.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { Agents, addAgent, keepVersion } from './agent.ts';
import { attachmentRoutes } from './attachments.ts';
import { childRoutes } from './children.ts';
import { agentAt } from './find.ts';
import { keyRoutes } from './keys.ts';
import { sortedRoutes } from './sorted.ts';
import { agentView, briefView, isWhole, versionView } from './view.ts';

const settings = z.object({
  name: z.string().min(1),
  instruction: z.string().min(1),
  project_id: z.string(),
  model_uuid: z.string(),
  description: z.string().optional(),
  tags: z.array(tagName).optional(),
  reasoning_effort: z.string().optional(),
  thinking_token_budget: z.int().optional(),
  web_fetch_enabled: z.boolean().optional(),
  web_search_enabled: z.boolean().optional(),
});
const newAgent = settings.extend({
  region: z.string(),
  knowledge_base_uuid: listOf(z.string()),
});
const changes = settings.partial().extend({
  k: z.int().optional(),
  max_tokens: z.int().optional(),
  temperature: z.number().optional(),
  top_p: z.number().optional(),
  retrieval_method: z.string().optional(),
  provide_citations: z.boolean().optional(),
  conversation_logs_enabled: z.boolean().optional(),
});

/** What is ordered of other parts that are not simulated. */
const elsewhere = [
  'model_router_uuid',
  'router_preset_slug',
  'anthropic_key_uuid',
  'open_ai_key_uuid',
  'model_provider_key_uuid',
  'mcp_servers',
  'workspace_uuid',
];

const present = (call: Call): readonly string[] =>
  typeof call.body === 'object' && call.body !== null
    ? Object.entries(call.body).flatMap(([name, value]) =>
        value == null || value === '' ? [] : [name],
      )
    : [];

const checkAll = (call: Call, world: World, given: z.output<typeof changes>): void => {
  const other = present(call).find((name) => elsewhere.includes(name));
  if (other !== undefined) throw notSimulated(`${other} of an agent`);
  if (given.project_id !== undefined && !world.of(Projects).has(given.project_id)) {
    throw invalidArgument('project_id does not name a project of this account');
  }
  if (given.model_uuid !== undefined && !modelFor(given.model_uuid, 'MODEL_USECASE_AGENT')) {
    throw invalidArgument('model_uuid does not name a model for agents');
  }
};

const create = (call: Call, world: World): RouteReply => {
  const { knowledge_base_uuid: bases, ...given } = readArguments(call, newAgent);
  checkAll(call, world, given);
  if (!agentRegions.includes(given.region)) {
    throw invalidArgument(`region ${given.region} has no agents`);
  }
  if (!bases.every((id) => world.of(KnowledgeBases).has(id))) throw notFound('knowledge base');
  const plan = { settings: given, knowledgeBases: [...new Set(bases)], workspace: null };
  return ok({ agent: agentView(world, addAgent(world, plan, call.now)) });
};

const update = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world, 'uuid');
  const given = readArguments(call, changes);
  checkAll(call, world, given);
  agent.settings = { ...agent.settings, ...given };
  keepVersion(world, agent, call.now);
  return ok({ agent: agentView(world, agent) });
};

const remove = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world, 'uuid');
  const view = agentView(world, agent);
  world.of(Agents).delete(agent.id);
  for (const parent of world.of(Agents).values()) {
    parent.children = new Map([...parent.children].filter(([id]) => id !== agent.id));
  }
  return ok({ agent: view });
};

/** Seconds until a change of visibility shows. */
const showsAfter = 10;

const publish = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world, 'uuid');
  const { visibility } = readArguments(
    call,
    z.object({
      visibility: z.enum(['VISIBILITY_PUBLIC', 'VISIBILITY_PRIVATE', 'VISIBILITY_DISABLED']),
    }),
  );
  world.pace.later(showsAfter, call.now, (at) => {
    agent.visibility = visibility;
    agent.updatedAt = at;
  });
  return ok({ agent: agentView(world, agent) });
};

const rollBack = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world, 'uuid');
  const { version_hash: hash } = readArguments(call, z.object({ version_hash: z.string() }));
  const version = agent.versions.find((it) => it.hash === hash);
  if (version === undefined) throw notFound('version');
  if (hash === agent.version || !isWhole(world, version)) {
    throw invalidArgument('the agent cannot be put back to this version');
  }
  agent.settings = version.settings;
  agent.knowledgeBases = version.knowledgeBases;
  agent.functions = version.functions;
  agent.children = version.children;
  agent.version = hash;
  agent.updatedAt = call.now;
  return ok({ version_hash: hash });
};

const list = (call: Call, world: World): RouteReply => {
  const onlyDeployed = call.query.get('only_deployed') === 'true';
  const agents = [...world.of(Agents).values()].filter(
    ({ status }) => !onlyDeployed || status === 'RUNNING',
  );
  return pageOf(call, 'agents', agents, (agent) => briefView(world, agent));
};

const many = '/v2/gen-ai/agents';
const one = `${many}/{uuid}`;
const reads = [['genai:read']] as const;
const updates = [['genai:update']] as const;

const routes: readonly Route[] = [
  { method: 'GET', path: many, requires: reads, handle: list },
  { method: 'POST', path: many, requires: [['genai:create']], handle: create },
  {
    method: 'GET',
    path: one,
    requires: reads,
    handle: (call, world) => ok({ agent: agentView(world, agentAt(call, world, 'uuid')) }),
  },
  { method: 'PUT', path: one, requires: updates, handle: update },
  { method: 'DELETE', path: one, requires: [['genai:delete']], handle: remove },
  { method: 'PUT', path: `${one}/deployment_visibility`, requires: updates, handle: publish },
  {
    method: 'GET',
    path: `${one}/versions`,
    requires: reads,
    handle: (call, world) => {
      const agent = agentAt(call, world, 'uuid');
      return pageOf(call, 'agent_versions', agent.versions, (it) => versionView(world, agent, it));
    },
  },
  { method: 'PUT', path: `${one}/versions`, requires: updates, handle: rollBack },
  {
    method: 'GET',
    path: '/v2/gen-ai/regions',
    requires: reads,
    handle: () =>
      ok({ regions: agentRegions.map((region) => ({ region, serves_inference: true })) }),
  },
  ...keyRoutes,
  ...attachmentRoutes,
  ...childRoutes,
  ...sortedRoutes,
];

const join = (world: World): void => {
  world.hear(KnowledgeBaseGone, ({ id, at }) => {
    for (const agent of world.of(Agents).values()) {
      if (!agent.knowledgeBases.includes(id)) continue;
      agent.knowledgeBases = agent.knowledgeBases.filter((other) => other !== id);
      keepVersion(world, agent, at);
    }
  });
};

/** AI agents with their keys and what hangs on them. */
export const agentArea: SimulatedArea = { routes, join };
