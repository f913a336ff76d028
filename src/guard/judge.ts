// The judge: decides about one built request. It may come to read before it answers; today it reads nothing.
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { Decision } from './decision.ts';
import { disclosureOf } from './disclosure.ts';
import { consequenceOf } from './effect.ts';
import type { Guard } from './guard.ts';
import { targetsOf } from './targets.ts';

/** What is put before the judge: everything that is known of a call before it is sent. */
export interface Question {
  readonly tool: Tool;
  /** Validated. */
  readonly given: Arguments;
  /** Exactly what would be sent. */
  readonly request: ApiRequest;
}

/** Decides about a call: whether it is allowed, and what it would do. */
export const judge = async (guard: Guard, { tool, given }: Question): Promise<Decision> => {
  const { effect, cost, why } = consequenceOf(tool, given);
  const gives = disclosureOf(tool, given);
  const discloses = guard.revealsSecrets ? gives : 'nothing';
  return {
    verdict: guard.may(tool, given),
    effect,
    cost,
    discloses,
    ...(guard.keepsSecrets && gives !== 'nothing' && { keeps: gives }),
    targets: targetsOf(tool, given),
    why: discloses === 'nothing' ? why : [...why, `${tool.name} gives a ${discloses} to the model`],
  };
};
