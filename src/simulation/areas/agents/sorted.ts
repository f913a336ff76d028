// Agents by where they are sorted into, and what each used.
import * as z from 'zod';
import { fieldsOf, type Item, Shelves } from '../../behaviours/shelves.ts';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { pageOf, readArguments } from '../../exchange/gen-ai.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import type { World } from '../../world/world.ts';
import { type Agent, Agents } from './agent.ts';
import { agentAt } from './find.ts';
import { briefView } from './view.ts';

const workspaces = '/v2/gen-ai/workspaces';

/** What a generic collection keeps under an id. @throws ApiRefusal 404 */
const keptAt = (call: Call, world: World, shelf: string, name: string): Item => {
  const kept = world.of(Shelves).get(shelf)?.get(segment(call, name));
  if (kept === undefined) throw notFound();
  return kept;
};

/** Agents that were moved into a workspace, or that it was made with. */
const membersOf = (world: World, workspace: Item): readonly Agent[] => {
  const { uuid, agent_uuids: first } = workspace;
  const isFirst = (id: string): boolean => Array.isArray(first) && first.includes(id);
  return [...world.of(Agents).values()].filter((agent) =>
    agent.workspace === null ? isFirst(agent.id) : agent.workspace === uuid,
  );
};

const listMembers = (call: Call, world: World): RouteReply => {
  const members = membersOf(world, keptAt(call, world, workspaces, 'workspace_uuid'));
  const onlyDeployed = call.query.get('only_deployed') === 'true';
  const shown = members.filter(({ status }) => !onlyDeployed || status === 'RUNNING');
  return pageOf(call, 'agents', shown, (agent) => briefView(world, agent));
};

const moveHere = (call: Call, world: World): RouteReply => {
  const workspace = keptAt(call, world, workspaces, 'workspace_uuid');
  const { agent_uuids: ids } = readArguments(call, z.object({ agent_uuids: z.array(z.string()) }));
  const agents = ids.map((id) => {
    const agent = world.of(Agents).get(id);
    if (agent === undefined) throw notFound('agent');
    return agent;
  });
  for (const agent of agents) agent.workspace = segment(call, 'workspace_uuid');
  const { agent_uuids: _made, ...shown } = fieldsOf(workspace);
  const members = membersOf(world, workspace).map((agent) => briefView(world, agent));
  return ok({ workspace: { ...shown, agents: members } });
};

/** Nobody talks to a simulated agent: it used nothing. */
const usage = (call: Call, world: World): RouteReply => {
  const { id } = agentAt(call, world, 'uuid');
  const time = (name: string): object => {
    const value = Date.parse(call.query.get(name) ?? '');
    return Number.isNaN(value) ? {} : { [name]: new Date(value).toISOString() };
  };
  const nothing = { resource_uuid: id, ...time('start'), ...time('stop'), measurements: [] };
  return ok({ usage: nothing, log_insights_usage: nothing });
};

const reads = [['genai:read']] as const;
const members = `${workspaces}/{workspace_uuid}/agents`;

// No simulated agent speaks through a key of another provider: only whether the key is there is told.
const byKey = (provider: string): Route => ({
  method: 'GET',
  path: `/v2/gen-ai/${provider}/keys/{uuid}/agents`,
  requires: reads,
  handle: (call, world) => {
    keptAt(call, world, `/v2/gen-ai/${provider}/keys`, 'uuid');
    return pageOf(call, 'agents', [], () => ({}));
  },
});

/** Operations that sort agents, and their usage. */
export const sortedRoutes: readonly Route[] = [
  { method: 'GET', path: members, requires: reads, handle: listMembers },
  { method: 'PUT', path: members, requires: [['genai:update']], handle: moveHere },
  { method: 'GET', path: '/v2/gen-ai/agents/{uuid}/usage', requires: reads, handle: usage },
  byKey('anthropic'),
  byKey('openai'),
];
