// The tools and scopes that calls on record have needed, over all agents or for one.
import type { Scope } from '../../scope-map/scopes.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Selection } from '../guard/selection.ts';
import { adviceFrom } from '../record/advise/advice.ts';
import { tallyOf } from '../record/advise/tally.ts';
import type { Recorded } from '../record/read/choose.ts';
import type { Reasoned } from './plan.ts';

/** What was used. */
export interface Used {
  readonly calls: number;
  readonly agents: readonly string[];
  readonly tools: readonly Tool[];
  /** Scopes that the arguments of some calls asked for, or may have asked for. */
  readonly further: readonly Reasoned[];
  /** First and last call; null where there was none. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What the calls on these lines have needed. */
export const usedIn = async (
  lines: Iterable<Recorded>,
  selection: Selection,
  box: ToolBox,
): Promise<Used> => {
  const tally = await tallyOf(lines, box);
  const advice = await adviceFrom(tally, { selection, scopes: null }, box);
  const names = new Set(advice.flatMap(({ used }) => used.map(({ tool }) => tool)));
  const reasons = new Map<Scope, Set<string>>();
  for (const { needs } of advice)
    for (const { scope, for: calls } of [...(needs?.forArguments ?? []), ...(needs?.unclear ?? [])])
      reasons.set(scope, new Set([...(reasons.get(scope) ?? []), ...calls]));
  const tools: Tool[] = [];
  for (const name of names) {
    const tool = await box.named(name);
    if (tool) tools.push(tool);
  }
  return {
    calls: tally.calls,
    agents: advice.map(({ agent }) => agent),
    tools,
    further: [...reasons].map(([scope, calls]) => ({ scope, for: [...calls] })),
    from: tally.from,
    to: tally.to,
  };
};
