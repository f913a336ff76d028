// The judge: decides about one built request. What the owner's policy has to know is read before.
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { Decision } from './decision.ts';
import { disclosureOf } from './disclosure.ts';
import { consequenceOf } from './effect.ts';
import type { Guard } from './guard.ts';
import type { Found } from './policy.ts';
import { targetsOf } from './targets.ts';

/** What is put before the judge: everything that is known of a call before it is sent. */
export interface Question {
  readonly tool: Tool;
  /** Validated. */
  readonly given: Arguments;
  /** Exactly what would be sent. */
  readonly request: ApiRequest;
  /** What was read for the owner's policy. */
  readonly found?: Found | undefined;
}

/** Decides about a call: whether it is allowed, and what it would do. */
export const judge = async (guard: Guard, { tool, given, found }: Question): Promise<Decision> => {
  const { effect, cost, why } = consequenceOf(tool, given);
  const gives = disclosureOf(tool, given);
  const discloses = guard.revealsSecrets ? gives : 'nothing';
  const ruling = guard.rulingOn(tool, given, found);
  return {
    verdict: guard.may(tool, given, found),
    effect,
    cost,
    discloses,
    ...(guard.keepsSecrets && gives !== 'nothing' && { keeps: gives }),
    ...(ruling && { policy: ruling }),
    targets: targetsOf(tool, given),
    why: discloses === 'nothing' ? why : [...why, `${tool.name} gives a ${discloses} to the model`],
  };
};
