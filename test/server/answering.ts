// An agent on a network that answers what a test tells it to.
import { afterEach } from 'vitest';
import { type Agent, type AgentOptions, connectAgent } from '../agent.ts';
import {
  type Answer,
  createRecordingTransport,
  type Sent,
  testToken,
} from '../recording-transport.ts';

const opened: Agent[] = [];
afterEach(async () => {
  for (const agent of opened.splice(0)) await agent.close();
});

/** Connects an agent with full access, whom nobody asks, to a network that answers with `reply`. */
export const answeredWith = async (
  reply: (request: Sent) => Answer,
  options: AgentOptions = {},
): Promise<Agent> => {
  const agent = await connectAgent({
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: createRecordingTransport({ reply }),
    ...options,
    // Every tool by its own name: what is said does not depend on the way to it.
    argv: ['--mode', 'tools', ...(options.argv ?? ['--confirm', 'never', '--scopes', 'api:write'])],
  });
  opened.push(agent);
  return agent;
};
