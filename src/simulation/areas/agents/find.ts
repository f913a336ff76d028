// Finds the agent that a path names.
import { type Call, segment } from '../../exchange/call.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { World } from '../../world/world.ts';
import { type Agent, Agents } from './agent.ts';

/** @throws ApiRefusal 404 */
export const agentAt = (call: Call, world: World, name = 'agent_uuid'): Agent => {
  const agent = world.of(Agents).get(segment(call, name));
  if (agent === undefined) throw notFound('agent');
  return agent;
};
