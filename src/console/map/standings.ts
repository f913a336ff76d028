// How every endpoint stands for one holder: granted, missing from the token, or kept out by the owner.
import type { ToolBox } from '../../../tools/tool-box.ts';
import { describeGrant } from '../../guard/grant.ts';
import type { Standing as Answer } from '../../guard/verdict.ts';
import type { Holder } from '../holder.ts';
import type { Standing, Standings } from './row.ts';

const standingOf = (answer: Answer): Standing => {
  switch (answer.answer) {
    case 'allowed':
      return { state: 'granted' };
    case 'depends':
      return { state: 'granted', depends: answer.on };
    case 'refused': {
      const { rule, reason, missing } = answer;
      return rule === 'scopes' || rule === 'token'
        ? { state: 'missing', reason, scopes: missing }
        : { state: 'hidden', reason };
    }
  }
};

/** The standings of a holder as they are now. */
export const standingsOf = async (box: ToolBox, { id, caller }: Holder): Promise<Standings> => {
  const guard = await caller.guard();
  const tools = await box.all();
  return {
    holder: id,
    grant: describeGrant(guard.grant),
    tools: Object.fromEntries(tools.map((tool) => [tool.name, standingOf(guard.standing(tool))])),
  };
};
