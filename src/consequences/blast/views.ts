// Makes the reads that a look stands for, and puts together what they have shown.
import type { Look } from '../../../scope-map/endpoint/harm.ts';
import type { Lookout } from '../look.ts';
import { type Knowledge, runsOf } from './values.ts';

/** What one look, which may be several reads, has shown. */
export interface View {
  readonly items: readonly unknown[];
  /** Why it is not everything, each reason once; empty when it is. */
  readonly missing: readonly string[];
  /** Reads were made, and there is no such thing. */
  readonly isGone: boolean;
}

/** Reads of one kind that are made for several things. */
const mostRuns = 5;

const nothing: View = { items: [], missing: [], isGone: false };

/** All that several views show. */
export const together = (views: readonly View[]): View => ({
  items: views.flatMap(({ items }) => items),
  missing: [...new Set(views.flatMap(({ missing }) => missing))],
  isGone: views.length > 0 && views.every(({ isGone }) => isGone),
});

/** Looks, with what is known. Where an argument of it is not known, there is nothing to see. */
export const see = async (looking: Lookout, look: Look, knowledge: Knowledge): Promise<View> => {
  const runs = runsOf(look, knowledge);
  const views = await Promise.all(
    runs.slice(0, mostRuns).map(async (given): Promise<View> => {
      const looked = await looking.look(look.operation, given);
      if (looked.kind === 'gone') return { ...nothing, isGone: true };
      if (looked.kind !== 'seen') return { ...nothing, missing: [looked.reason] };
      const { body, isWhole } = looked;
      const items = await looking.itemsOf(look.operation, body);
      return {
        items,
        missing: isWhole ? [] : [`only the first ${items.length} were looked through`],
        isGone: false,
      };
    }),
  );
  const beyond = runs.length - mostRuns;
  return beyond <= 0
    ? together(views)
    : together([...views, { ...nothing, missing: [`${beyond} more were not looked at`] }]);
};
