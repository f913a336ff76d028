// Opens the gate of MCP as the settings ask for it: who may come in, and as whom.
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Environment } from '../configuration/command-line.ts';
import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import type { Holder, Holders } from '../console/holder.ts';
import { readerFor } from '../files/reader-for.ts';
import { restrict } from '../guard/selection.ts';
import { createPaces } from '../policy/pace.ts';
import type { Clock } from '../ports.ts';
import type { Program } from '../program.ts';
import { type Caller, createCaller } from '../road/caller.ts';
import type { Agent } from './authentication/agent-file.ts';
import { requireAgent } from './authentication/agents.ts';
import type { Authenticator } from './authentication/authenticator.ts';
import { callersByToken } from './authentication/callers-by-token.ts';
import type { FailedAttempts } from './authentication/failed-attempts.ts';
import { followAgents } from './authentication/follow-agents.ts';
import { followKey } from './authentication/follow-key.ts';
import { requireKey } from './authentication/key.ts';
import { defaultKeyFile, loadKey, type ServerKey } from './authentication/key-file.ts';
import { openToLoopback } from './authentication/none.ts';
import { requireToken } from './authentication/token.ts';
import type { Concern } from './operating/health.ts';

/** What the gate stands on. */
export interface GateOptions {
  readonly program: Program;
  readonly settings: Settings;
  readonly box: ToolBox;
  readonly environment: Environment;
  readonly clock: Clock;
}

/** An open gate. */
export interface Gate {
  readonly authenticator: Authenticator<Caller>;
  /** The key that opens it, with `--auth key`. */
  readonly key: ServerKey | null;
  readonly concerns?: readonly Concern[];
  /** Whose rights this server can tell, because it holds their credentials; with `--auth token` nobody's. */
  readonly holders: Holders;
}

/** The one credential that all who come in share. */
const shared =
  (caller: Caller): Holders =>
  () => [{ id: 'server', name: 'this server', caller }];

/** An agent as a holder; none while its token cannot be read. */
const holderOf = (agent: Agent, open: (agent: Agent) => Caller): readonly Holder[] => {
  try {
    return [{ id: agent.id, name: agent.name, caller: open(agent) }];
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
};

/** @throws {UsageError} when a file that it needs is missing or wrong. */
export const openGate = async (options: GateOptions, failures: FailedAttempts): Promise<Gate> => {
  const { program, settings, environment, clock, box } = options;
  const { accounts, log } = program;
  switch (settings.auth) {
    case 'none': {
      const { hold, concern } = await program.policyOfAll();
      const caller = hold(program.localCaller());
      return {
        authenticator: openToLoopback(caller),
        key: null,
        concerns: [concern],
        holders: shared(caller),
      };
    }
    case 'key': {
      const { hold, concern } = await program.policyOfAll();
      const caller = program.localCaller();
      const key = loadKey(settings.keyFile ?? defaultKeyFile(environment, homedir()), randomBytes);
      return {
        authenticator: requireKey(
          followKey(key, clock, log),
          // A session belongs to the key that opened it.
          (digest) =>
            hold(
              createCaller(
                `key-${digest.toString('hex').slice(0, 8)}`,
                caller.account,
                caller.selection,
              ),
            ),
          failures,
        ),
        key,
        concerns: [concern],
        holders: shared(hold(caller)),
      };
    }
    case 'token': {
      const { hold, concern } = await program.policyOfAll();
      const { open, grantOf } = callersByToken(accounts, settings);
      return {
        authenticator: requireToken({
          open: (token) => hold(open(token)),
          grantOf,
          failures,
          clock,
        }),
        key: null,
        concerns: [concern],
        holders: () => [],
      };
    }
    case 'agents': {
      if (settings.policyFile === null)
        throw new UsageError('--auth agents needs the file of agents: --policy <file>.');
      const file = followAgents(
        {
          path: settings.policyFile,
          environment,
          toolNames: box.names,
          read: await readerFor(settings.policyFile),
        },
        clock,
        log,
        createPaces({ clock, log, redis: program.redis }),
      );
      const open = (agent: Agent): Caller =>
        createCaller(
          agent.id,
          accounts.ofSource(agent.token),
          restrict(settings.selection, agent.restriction),
        );
      return {
        authenticator: requireAgent<Caller>({ file, open, failures, log }),
        key: null,
        concerns: [file.concern],
        holders: () => file.agents().flatMap((agent) => holderOf(agent, open)),
      };
    }
  }
};
