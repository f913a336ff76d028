// A call as it is put before the owner's policy: with what it does, its arguments considered.
import { disclosureOf } from './disclosure.ts';
import { consequenceOf } from './effect.ts';
import type { RuledCall } from './policy.ts';
import type { Selection } from './selection.ts';

/** What a call does, for a policy. */
export const ruledCall = (
  { tool, given, found }: Pick<RuledCall, 'tool' | 'given' | 'found'>,
  { allowSecrets, readOnly }: Pick<Selection, 'allowSecrets' | 'readOnly'>,
): RuledCall => {
  const { effect, cost } = consequenceOf(tool, given);
  const reveals = allowSecrets && !readOnly;
  return {
    tool,
    given,
    effect,
    cost,
    discloses: reveals && disclosureOf(tool, given) !== 'nothing',
    found,
  };
};
