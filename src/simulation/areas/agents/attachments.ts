// What hangs on an agent: knowledge bases and functions. Every change makes a new version.
import * as z from 'zod';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { invalidArgument, readArguments } from '../../exchange/gen-ai.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { KnowledgeBases } from '../../things/knowledge-bases.ts';
import type { World } from '../../world/world.ts';
import { type Agent, keepVersion } from './agent.ts';
import { agentAt } from './find.ts';
import { agentView } from './view.ts';

const changed = (call: Call, world: World, agent: Agent): RouteReply => {
  keepVersion(world, agent, call.now);
  return ok({ agent: agentView(world, agent) });
};

const attachBase = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world);
  const id = segment(call, 'knowledge_base_uuid');
  if (!world.of(KnowledgeBases).has(id)) throw notFound('knowledge base');
  if (agent.knowledgeBases.includes(id)) {
    throw invalidArgument('the knowledge base is attached already');
  }
  agent.knowledgeBases = [...agent.knowledgeBases, id];
  return changed(call, world, agent);
};

const detachBase = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world);
  const id = segment(call, 'knowledge_base_uuid');
  if (!agent.knowledgeBases.includes(id)) throw notFound('knowledge base');
  agent.knowledgeBases = agent.knowledgeBases.filter((other) => other !== id);
  return changed(call, world, agent);
};

const anything = z.record(z.string(), z.unknown());
const newFunction = z.object({
  function_name: z.string().min(1),
  description: z.string(),
  faas_name: z.string().min(1),
  faas_namespace: z.string().min(1),
  input_schema: anything,
  output_schema: anything.optional(),
});

const attachFunction = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world);
  const settings = readArguments(call, newFunction);
  agent.functions = [
    ...agent.functions,
    { id: world.ids.uuid(), createdAt: call.now, updatedAt: call.now, settings },
  ];
  return changed(call, world, agent);
};

const functionAt = (call: Call, agent: Agent) => {
  const found = agent.functions.find(({ id }) => id === segment(call, 'function_uuid'));
  if (found === undefined) throw notFound('function');
  return found;
};

const updateFunction = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world);
  const before = functionAt(call, agent);
  const given = readArguments(call, newFunction.partial());
  // A version keeps what was: the function is made anew under its id.
  const after = {
    ...before,
    updatedAt: call.now,
    settings: { ...before.settings, ...given },
  };
  agent.functions = agent.functions.map((it) => (it === before ? after : it));
  return changed(call, world, agent);
};

const detachFunction = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world);
  const gone = functionAt(call, agent);
  agent.functions = agent.functions.filter((it) => it !== gone);
  return changed(call, world, agent);
};

const agent = '/v2/gen-ai/agents/{agent_uuid}';
const base = `${agent}/knowledge_bases/{knowledge_base_uuid}`;
const one = `${agent}/functions/{function_uuid}`;

/** Operations of knowledge bases and functions on agents. */
export const attachmentRoutes: readonly Route[] = [
  { method: 'POST', path: base, requires: [['genai:create']], handle: attachBase },
  { method: 'DELETE', path: base, requires: [['genai:delete']], handle: detachBase },
  {
    method: 'POST',
    path: `${agent}/functions`,
    requires: [['genai:create']],
    handle: attachFunction,
  },
  { method: 'PUT', path: one, requires: [['genai:update']], handle: updateFunction },
  { method: 'DELETE', path: one, requires: [['genai:delete']], handle: detachFunction },
];
