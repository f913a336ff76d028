// Plans the least rights for what is wished: the boxes to tick, and the settings for exactly that.
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { toolsInWords } from '../../scopes/in-words.ts';
import { onlyLooks } from '../../scopes/only-looks.ts';
import { planFor, type ScopePlan } from '../../scopes/plan.ts';
import type { PlanView, PlanWish } from './plan-view.ts';
import { clientText, policyText } from './settings-for.ts';

const inAreas = async ({ look, change }: PlanWish, box: ToolBox): Promise<readonly Tool[]> =>
  (await box.all()).filter(({ endpoint }) => {
    if (endpoint.deprecated !== undefined) return false;
    const { area } = endpoint;
    return change.includes(area) || (look.includes(area) && onlyLooks(endpoint));
  });

const checklistOf = ({ groups, optional }: ScopePlan): string =>
  [
    ...groups.flatMap(({ resource, boxes }) => [
      resource,
      ...boxes.map(({ action, for: tools, comesWith }) =>
        tools.length > 0
          ? `  [ ] ${action}`
          : `  [ ] ${action} (comes along with ${comesWith.join(', ')})`,
      ),
    ]),
    ...(optional.length > 0 ? ['', 'Only for some arguments:'] : []),
    ...optional.map(({ scope, for: calls }) => `  [ ] ${scope}: ${calls.join(', ')}`),
  ].join('\n');

/** Plans for a wish. */
export const planOf = async (wish: PlanWish, box: ToolBox): Promise<PlanView> => {
  const asked = wish.job.trim() === '' ? [] : await toolsInWords(wish.job, box);
  const named = [...wish.tools, ...asked.flatMap(({ tools }) => tools)];
  const found = await Promise.all(named.map((name) => box.named(name)));
  const wholeAreas = await inAreas(wish, box);
  const tools = [...new Set([...wholeAreas, ...found.flatMap((tool) => tool ?? [])])];
  const plan = planFor(tools);
  const served = {
    tools,
    areasAlone:
      tools.length === wholeAreas.length && (wish.look.length === 0 || wish.change.length === 0),
    readOnly: tools.every(({ endpoint }) => onlyLooks(endpoint)),
  };
  return {
    plan,
    asked,
    unknown: wish.tools.filter((_name, at) => found[at] === undefined),
    readOnly: served.readOnly,
    client: await clientText(wish.client, served),
    policy: policyText(served),
    checklist: checklistOf(plan),
  };
};
