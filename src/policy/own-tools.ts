// What a policy says of tools of our own, which no operation stands behind: what they read is judged by itself.
import type { Arguments } from '../../tools/tool/tool.ts';
import type { Call } from './call.ts';
import { meansAccess, meansArguments, meansTool } from './meaning.ts';
import type { Bounds, Policy } from './policy.ts';

/** As far as it is a call: it reads, and is of no area and about no thing of its own. */
type OwnCall = Pick<Call, 'tool' | 'kinds' | 'given'>;

const means = (one: Bounds, call: OwnCall): boolean =>
  meansTool(one, call) && meansAccess(one, call.kinds, true);

/** Areas and things bound what it reads, and so what it shows; only a rule about all of them is about the tool. */
const isAboutAll = ({ areas, resources, tools }: Bounds): boolean =>
  !resources && (!areas || tools !== undefined);

/**
 * Why a tool of our own may not be called, in words that follow "because"; undefined when it may.
 * @param given its arguments; undefined: is there any call of it that may be made?
 */
export const ownRefusal = (
  { grants, grantsAt, rules }: Policy,
  tool: string,
  given: Arguments | undefined,
): string | undefined => {
  const call: OwnCall = { tool, kinds: ['read'], given: given ?? {} };
  const covers = (one: Bounds): boolean =>
    means(one, call) && (given === undefined || meansArguments(one, call, true));
  if (grants && !grants.some(covers))
    return `the policy does not grant ${tool} so (policy: ${grantsAt})`;
  const denying = rules.find(
    (rule) =>
      rule.decision === 'deny' &&
      isAboutAll(rule) &&
      means(rule, call) &&
      (given === undefined ? rule.when.length === 0 : meansArguments(rule, call, false)),
  );
  return denying && `the policy denies ${tool} (policy: ${denying.place})`;
};
