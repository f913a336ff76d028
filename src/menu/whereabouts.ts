// Where each tool is to be found, for who asks: in the list, behind the finders or nowhere, and why.
import type { Scope } from '../../scope-map/scopes.ts';
import type { Outline } from '../../tools/tool/outline.ts';
import type { Guard } from '../guard/guard.ts';
import { claimOf, listedOf, longestList, type Mode } from './listing.ts';

/** Where one tool is to be found. */
export type Whereabouts =
  | {
      readonly state: 'listed' | 'finders';
      /** Why there, in words that follow "because". */
      readonly reason: string;
    }
  | {
      /** Given up by DigitalOcean and not named, or refused for another reason. */
      readonly state: 'deprecated' | 'hidden';
      readonly reason: string;
      /** What would have to change, in a sentence. */
      readonly remedy: string;
      /** Scopes that the token lacks; empty when that is not the reason. */
      readonly missing: readonly Scope[];
    };

const whyListed = (outline: Outline, { selection }: Guard, mode: Mode): string => {
  if (mode === 'tools') return 'all that is served is listed in this mode';
  return {
    core: 'it belongs to what is listed by default',
    area: `the area ${outline.area} was named`,
    tool: 'it was named',
  }[claimOf(outline, selection) ?? 'core'];
};

const whyBehind = (outline: Outline, { selection }: Guard, mode: Mode): string => {
  if (mode === 'search') return 'nothing but the finders is listed in this mode';
  return claimOf(outline, selection) === undefined
    ? 'it does not belong to what is listed by default'
    : `no more than ${longestList} tools are listed`;
};

/**
 * Tells of any of these tools where it is to be found.
 * @param outlines all tools: which are listed depends on what else is.
 */
export const whereaboutsOf = (
  outlines: readonly Outline[],
  guard: Guard,
  mode: Mode,
): ((outline: Outline) => Whereabouts) => {
  const listed = new Set(listedOf(outlines, guard, mode).map(({ name }) => name));
  return (outline) => {
    const refusal = guard.refusalOf(outline);
    if (refusal) {
      const { rule, reason, remedy, missing } = refusal;
      return { state: rule === 'deprecated' ? rule : 'hidden', reason, remedy, missing };
    }
    return listed.has(outline.name)
      ? { state: 'listed', reason: whyListed(outline, guard, mode) }
      : { state: 'finders', reason: whyBehind(outline, guard, mode) };
  };
};
