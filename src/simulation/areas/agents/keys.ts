// Keys that an agent is called with: the secret is shown when it is made or renewed, and never again.
import * as z from 'zod';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { pageOf, readArguments } from '../../exchange/gen-ai.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import type { World } from '../../world/world.ts';
import type { AgentKey } from './agent.ts';
import { agentAt } from './find.ts';
import { keyView } from './view.ts';

const named = z.object({ name: z.string().min(1) });

const keyAt = (call: Call, world: World): AgentKey => {
  const key = agentAt(call, world).keys.get(segment(call, 'api_key_uuid'));
  if (key === undefined) throw notFound('API key');
  return key;
};

const withSecret = (world: World, key: AgentKey): RouteReply =>
  ok({ api_key_info: { ...keyView(key), secret_key: world.ids.text(32) } });

const create = (call: Call, world: World): RouteReply => {
  const agent = agentAt(call, world);
  const { name } = readArguments(call, named);
  const key: AgentKey = { id: world.ids.uuid(), name, createdAt: call.now };
  agent.keys.set(key.id, key);
  return withSecret(world, key);
};

const rename = (call: Call, world: World): RouteReply => {
  const key = keyAt(call, world);
  key.name = readArguments(call, named).name;
  return ok({ api_key_info: keyView(key) });
};

const remove = (call: Call, world: World): RouteReply => {
  const key = keyAt(call, world);
  agentAt(call, world).keys.delete(key.id);
  return ok({ api_key_info: keyView(key) });
};

const many = '/v2/gen-ai/agents/{agent_uuid}/api_keys';
const one = `${many}/{api_key_uuid}`;

/** Operations of keys of agents. */
export const keyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: many,
    requires: [['genai:read']],
    handle: (call, world) =>
      pageOf(call, 'api_key_infos', [...agentAt(call, world).keys.values()], keyView),
  },
  { method: 'POST', path: many, requires: [['genai:create']], handle: create },
  { method: 'PUT', path: one, requires: [['genai:update']], handle: rename },
  { method: 'DELETE', path: one, requires: [['genai:delete']], handle: remove },
  {
    method: 'PUT',
    path: `${one}/regenerate`,
    requires: [['genai:update']],
    handle: (call, world) => withSecret(world, keyAt(call, world)),
  },
];
