// What stands in a list: the core, what was named by itself, and no more than hosts take.
import { core } from '../../scope-map/core.ts';
import { ownTools } from '../../tools/own-tools.ts';
import type { Outline } from '../../tools/tool/outline.ts';
import type { Guard } from '../guard/guard.ts';
import type { Selection } from '../guard/selection.ts';
import { offeredFinders } from './finders/finder-tools.ts';

/** How tools are offered: direct ones and finders for the rest, direct ones only, finders only. */
export type Mode = 'both' | 'tools' | 'search';

/** The most tools that a list of direct tools and finders holds: one host sends no more in a request. */
export const longestList = 128;

/** What gives a tool its place in a list beside the finders; undefined when nothing does. */
export const claimOf = (
  { id, area, name }: Outline,
  selection: Selection,
): 'core' | 'area' | 'tool' | undefined => {
  if (core.has(id)) return 'core';
  if (selection.named.has(area)) return 'area';
  return selection.added.has(name) ? 'tool' : undefined;
};

/** Which of these tools are listed: those with a claim that may be called, up to what hosts take. */
export const listedOf = (
  outlines: readonly Outline[],
  guard: Guard,
  mode: Mode,
): readonly Outline[] => {
  if (mode === 'search') return [];
  const isServed = (outline: Outline): boolean => !guard.refusalOf(outline);
  if (mode === 'tools') return outlines.filter(isServed);
  const claimed = outlines.filter((outline) => claimOf(outline, guard.selection) !== undefined);
  const most = longestList - offeredFinders.length - ownTools.length;
  return claimed.filter(isServed).slice(0, most);
};
