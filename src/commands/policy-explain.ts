// `do-mcp policy explain`: what the policy of each agent comes to, tool by tool.
import { inForce } from '../policy/in-force.ts';
import { inForceAt, type Policy } from '../policy/policy.ts';
import { systemClock } from '../system.ts';
import { agentsAskedFor } from './agents-in-file.ts';
import type { Command, CommandInput } from './command.ts';
import { pageWidth, linesOf as setIn } from './paragraph.ts';
import { createBudgetTexts } from './policy-budget.ts';

const ended = (policy: Policy, now: number): string => {
  const left = inForceAt(policy, now);
  const gone =
    (policy.grants?.length ?? 0) -
    (left.grants?.length ?? 0) +
    policy.rules.length -
    left.rules.length;
  return gone === 0 ? '' : ` ${gone} of them ${gone === 1 ? 'has' : 'have'} ended.`;
};

const textOf = (
  policies: readonly Policy[],
  { box }: CommandInput,
  now: number,
): readonly string[] => {
  const [policy] = policies;
  if (!policy) return ['It has neither grants nor rules: only its limits hold.'];
  const force = inForce([{ ...inForceAt(policy, now), observes: false }]);
  const served = box.outlines.filter((outline) => force.hides(outline) === undefined);
  const names = (effect: string): string =>
    served
      .filter((outline) => outline.effect === effect)
      .map(({ name }) => name)
      .join(', ') || 'none';
  const grants =
    policy.grants === null
      ? 'no list of grants, so everything within its limits'
      : `${policy.grants.length} grants`;
  return [
    `It has ${grants}, and ${policy.rules.length} rules.${ended(policy, now)}`,
    ...(policy.observes ? ['It only watches: nothing is refused, hidden or asked.'] : []),
    `May be called to read: ${names('read')}.`,
    `May be called to change: ${names('write')}.`,
    `May be called to destroy: ${names('destroy')}.`,
    'Whether a call goes through hangs on its arguments and things besides; do-mcp policy check tells. Limits, options and scopes are not counted here.',
  ];
};

/** Tells for each agent what its policy lets it call. */
export const runPolicyExplain: Command = async (input) => {
  const { settings, box, terminal } = input;
  const now = systemClock.now();
  const agents = await agentsAskedFor(settings, box);
  const budgetOf = createBudgetTexts(settings);
  const told = await Promise.all(
    agents.map(async (agent) => {
      const texts = [...textOf(agent.policies, input, now), ...(await budgetOf(agent))];
      const lines = texts.flatMap((text) => setIn(text, pageWidth - 2));
      return [agent.name, ...lines.map((line) => `  ${line}`)].join('\n');
    }),
  );
  terminal.print(told.join('\n\n'));
  return 0;
};
