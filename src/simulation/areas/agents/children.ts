// Agents that an agent hands questions on to.
import * as z from 'zod';
import { type Call, ok, type RouteReply } from '../../exchange/call.ts';
import { invalidArgument, readArguments } from '../../exchange/gen-ai.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import type { World } from '../../world/world.ts';
import { type Agent, Agents, keepVersion } from './agent.ts';
import { agentAt } from './find.ts';
import { childrenView } from './view.ts';

const way = z.object({ route_name: z.string().nullish(), if_case: z.string().nullish() });

/** Whether a question handed on to `from` may come to `to`. */
const leadsTo = (world: World, from: Agent, to: string): boolean => {
  const seen = new Set<string>();
  const open = [from.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(world.of(Agents).get(id)?.children.keys() ?? []));
  }
  return false;
};

const pair = (call: Call, world: World) => ({
  parent: agentAt(call, world, 'parent_agent_uuid'),
  child: agentAt(call, world, 'child_agent_uuid'),
});

const ids = (parent: Agent, child: Agent) => ({
  parent_agent_uuid: parent.id,
  child_agent_uuid: child.id,
});

const attach = (call: Call, world: World): RouteReply => {
  const { parent, child } = pair(call, world);
  const given = readArguments(call, way);
  if (parent.children.has(child.id)) throw invalidArgument('it is a child of this agent already');
  if (leadsTo(world, child, parent.id)) {
    throw invalidArgument('an agent cannot hand questions on to itself');
  }
  const route = {
    id: world.ids.uuid(),
    createdAt: call.now,
    name: given.route_name ?? '',
    ifCase: given.if_case ?? '',
  };
  parent.children = new Map([...parent.children, [child.id, route]]);
  keepVersion(world, parent, call.now);
  return ok(ids(parent, child));
};

const update = (call: Call, world: World): RouteReply => {
  const { parent, child } = pair(call, world);
  const before = parent.children.get(child.id);
  if (before === undefined) throw notFound('child agent');
  const given = readArguments(call, way);
  const after = {
    ...before,
    name: given.route_name ?? before.name,
    ifCase: given.if_case ?? before.ifCase,
  };
  parent.children = new Map([...parent.children, [child.id, after]]);
  keepVersion(world, parent, call.now);
  return ok({ ...ids(parent, child), uuid: before.id });
};

const detach = (call: Call, world: World): RouteReply => {
  const { parent, child } = pair(call, world);
  if (!parent.children.has(child.id)) throw notFound('child agent');
  parent.children = new Map([...parent.children].filter(([id]) => id !== child.id));
  keepVersion(world, parent, call.now);
  return ok(ids(parent, child));
};

const path = '/v2/gen-ai/agents/{parent_agent_uuid}/child_agents/{child_agent_uuid}';

/** Operations of child agents. */
export const childRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/gen-ai/agents/{uuid}/child_agents',
    requires: [['genai:read']],
    handle: (call, world) => ok({ children: childrenView(world, agentAt(call, world, 'uuid')) }),
  },
  { method: 'POST', path, requires: [['genai:create']], handle: attach },
  { method: 'PUT', path, requires: [['genai:update']], handle: update },
  { method: 'DELETE', path, requires: [['genai:delete']], handle: detach },
];
