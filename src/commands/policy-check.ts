// `do-mcp policy check`: whether a policy can be used, and what it says of one call.

import { UsageError } from '../configuration/usage-error.ts';
import { parseJson } from '../files/json-text.ts';
import { ruledCall } from '../guard/ruled-call.ts';
import type { AgentRights } from '../http/authentication/agent-file.ts';
import { inForce } from '../policy/in-force.ts';
import { inForceAt } from '../policy/policy.ts';
import { systemClock } from '../system.ts';
import { agentsAskedFor, everybody } from './agents-in-file.ts';
import type { Command, CommandInput } from './command.ts';
import { boundsInWords, spendingIn } from './policy-budget.ts';

const argumentsIn = (text: string | null): unknown => {
  try {
    return text === null ? {} : parseJson(text);
  } catch {
    throw new UsageError('--args is no JSON. Example: --args \'{"droplet_id": 123}\'');
  }
};

/** What is said of one call by the policy of one agent. */
interface Said {
  readonly agent: string;
  readonly answer: 'allow' | 'ask' | 'deny' | 'depends' | 'no_policy';
  readonly rule: string | null;
  readonly reason: string;
}

const callOf = async ({ settings, box }: CommandInput, name: string) => {
  const tool = await box.named(name);
  if (!tool) throw new UsageError('There is no tool of this name. do-mcp tools --all names them.');
  const validated = await box.validate(tool, argumentsIn(settings.callArguments));
  if (!validated.ok) throw new UsageError(`--args: ${validated.problems.join('. ')}.`);
  const { dry_run: _, ...given } = validated.arguments;
  return ruledCall({ tool, given }, settings.selection);
};

const saidOf = async (input: CommandInput, name: string): Promise<readonly Said[]> => {
  const call = await callOf(input, name);
  const now = systemClock.now();
  const bills = call.cost === 'starts' || call.cost === 'raises';
  return (await agentsAskedFor(input.settings, input.box)).map(
    ({ name: agent, policies, ...rights }): Said => {
      const spending = bills ? spendingIn({ name: agent, policies, ...rights }) : undefined;
      const budget = spending
        ? `; what it costs has to fit into a budget of ${boundsInWords(spending)}`
        : '';
      if (policies.length === 0)
        return { agent, answer: 'no_policy', rule: null, reason: `only its limits hold${budget}` };
      const force = inForce(policies.map((policy) => inForceAt(policy, now)));
      const reads = force.toRead(call);
      if (reads.length > 0)
        return {
          agent,
          answer: 'depends',
          rule: null,
          reason: `on what a server reads first: ${reads.map(({ key }) => key).join(', ')}`,
        };
      const shows = force.shows(call);
      const { answer, rule, reason, observed } = force.rule({
        ...call,
        found: { things: new Map(), filters: true },
      });
      const watched = observed ? ' (only watched: nothing is refused)' : '';
      const part = shows ? ', and only what was given is listed' : '';
      return { agent, answer, rule, reason: `${reason}${part}${watched}${budget}` };
    },
  );
};

/** What the agents of a file are held by, counted; of a file without agents, whether it has it. */
const summaryOf = (agents: readonly AgentRights[]): string => {
  const held = agents.filter(({ policies }) => policies.length > 0).length;
  const bounded = agents.filter((agent) => spendingIn(agent) !== undefined).length;
  const [first] = agents;
  if (agents.length === 1 && first?.name === everybody) {
    const parts = [held > 0 && 'grants or rules', bounded > 0 && 'a budget'].filter(Boolean);
    return `it holds whoever calls${parts.length > 0 ? `, and has ${parts.join(' and ')}` : ', by its limits alone'}`;
  }
  const budgets = bounded > 0 ? `, and ${bounded} a budget` : '';
  return `${agents.length} ${agents.length === 1 ? 'agent' : 'agents'}, of which ${held} have grants or rules${budgets}`;
};

/** Exits with 1 where the call is denied to one of the agents that were asked about. */
export const runPolicyCheck: Command = async (input) => {
  const { settings, box, terminal } = input;
  const { tool } = settings.reading;
  if (tool === null) {
    const agents = await agentsAskedFor(settings, box);
    terminal.say(`The policy can be used: ${summaryOf(agents)}.`);
    return 0;
  }
  const said = await saidOf(input, tool);
  terminal.print(
    settings.json
      ? JSON.stringify(said, null, 2)
      : said
          .map(
            ({ agent, answer, rule, reason }) =>
              `${agent}: ${answer}${rule ? ` (${rule})` : ''}: ${reason}`,
          )
          .join('\n'),
  );
  return said.some(({ answer }) => answer === 'deny') ? 1 : 0;
};
