// What stands in a list: the core, what was named by itself, and no more than hosts take.
import { core } from '../../scope-map/core.ts';
import type { Outline } from '../../tools/tool/outline.ts';
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

/** Which of the tools that may be called are listed. */
export const listedOf = (
  served: readonly Outline[],
  selection: Selection,
  mode: Mode,
): readonly Outline[] => {
  if (mode === 'tools') return served;
  if (mode === 'search') return [];
  const claimed = served.filter((outline) => claimOf(outline, selection) !== undefined);
  const most = longestList - offeredFinders.length;
  return claimed.slice(0, most);
};
