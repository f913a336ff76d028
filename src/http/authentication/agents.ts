// Named agents, each with a key of its own; the DigitalOcean tokens stay on this side.
import { UsageError } from '../../configuration/usage-error.ts';
import type { Log } from '../../log.ts';
import type { Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Agent } from './agent-file.ts';
import { type Authenticator, bearerOf, failedTooOften, unauthorized } from './authenticator.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import type { AgentFile } from './follow-agents.ts';
import { digestOf, sameDigest } from './secret.ts';

interface Options<P extends Principal> {
  readonly file: AgentFile;
  /** The principal for an agent that works with this token; asked again when either changes. */
  readonly open: (agent: Agent, token: string) => P;
  readonly failures: FailedAttempts;
  readonly log: Log;
}

/** Admits agents by their keys, as the agent file stands now. */
export const requireAgent = <P extends Principal>({
  file,
  open,
  failures,
  log,
}: Options<P>): Authenticator<P> => {
  // An agent is a new object whenever the file was read again, so a changed one is opened anew.
  const opened = new WeakMap<Agent, { readonly token: string; readonly principal: P }>();

  const principalOf = (agent: Agent): P => {
    const token = agent.token.read();
    const known = opened.get(agent);
    if (known?.token === token) return known.principal;
    const principal = open(agent, token);
    opened.set(agent, { token, principal });
    return principal;
  };

  /** Looks at every agent, so that the time tells nothing about which one it was. */
  const agentWith = (key: string): Agent | undefined => {
    const digest = digestOf(key);
    let found: Agent | undefined;
    for (const agent of file.agents()) if (sameDigest(agent.keyDigest, digest)) found = agent;
    return found;
  };

  return {
    now: (principal) => {
      const agent = file.agents().find(({ id }) => id === principal.id);
      try {
        return agent ? principalOf(agent) : null;
      } catch (error) {
        if (error instanceof UsageError) return null;
        throw error;
      }
    },
    authenticate: async (request, peer) => {
      const key = bearerOf(request);
      const agent = key === undefined ? undefined : agentWith(key);
      if (!agent) {
        const wait = await failures.record(peer.address);
        if (wait > 0) return failedTooOften(wait);
        return key === undefined
          ? unauthorized(
              'This server asks for the key of an agent: send it as "Authorization: Bearer <key>".',
              false,
            )
          : unauthorized(
              'No agent of this server has this key. Its owner makes one with: do-mcp agent add <name>',
              true,
            );
      }
      try {
        return principalOf(agent);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        log.error(
          { agent: agent.name, reason: error.message },
          'the token of an agent cannot be read',
        );
        return new Refusal({
          status: 503,
          message: `The DigitalOcean token of the agent ${agent.name} cannot be read on the server. Its owner finds the reason in the log.`,
        });
      }
    },
  };
};
