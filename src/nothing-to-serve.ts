// Refuses settings that contradict each other so far that no token whatever would find a tool served.
import type { ToolBox } from '../tools/tool-box.ts';
import { UsageError } from './configuration/usage-error.ts';
import { Guard } from './guard/guard.ts';
import type { Selection } from './guard/selection.ts';

/**
 * Asks the guard about every tool, for a token that may do everything.
 * @throws {UsageError} when it refuses all of them, with the reason for the last.
 */
export const refuseNothingToServe = (selection: Selection, box: ToolBox): void => {
  const { areasNamed, added, leftOut } = selection;
  if (!areasNamed && added.size === 0 && leftOut.size === 0) return;
  const guard = new Guard(selection, {
    kind: 'known',
    scopes: new Set(['api:write']),
    source: 'declared',
    expiresAt: null,
  });
  const isChosen = ({ area, name }: { readonly area: string; readonly name: string }): boolean =>
    added.has(name) || [...selection.areas].some((one) => one === area);
  const chosen = box.outlines.filter(isChosen);
  const refusals = chosen.map((outline) => guard.refusalOf(outline));
  const [first] = refusals;
  if (refusals.length > 0 && (first === undefined || refusals.includes(undefined))) return;
  throw new UsageError(
    `These settings leave no tool to serve${first ? `: ${first.reason}` : ''}. Name more with --areas or --tools, or take another restriction away.`,
  );
};
