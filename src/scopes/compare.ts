// A token beside the boxes that are needed: what it lacks, and what it holds that nothing needs.
import type { Area } from '../../scope-map/areas.ts';
import type { Scope } from '../../scope-map/scopes.ts';
import type { Outline } from '../../tools/tool/outline.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import { type Grant, holds, missingScopes } from '../guard/grant.ts';
import type { ScopePlan } from './plan.ts';

/** What a token has of a plan. */
export interface Comparison {
  /** Scopes of the plan that it lacks. */
  readonly missing: readonly Scope[];
  /** Scopes that it holds and the plan does not have; account-wide ones by their own names. */
  readonly unneeded: readonly string[];
  /** Areas in which it may destroy something although no tool of the plan does. */
  readonly couldDestroy: readonly Area[];
}

const areasOf = (outlines: readonly Outline[]): ReadonlySet<Area> =>
  new Set(outlines.map(({ area }) => area));

/** Compares what a token grants with what is needed. */
export const compare = (
  grant: Grant & { readonly kind: 'known' },
  plan: Pick<ScopePlan, 'scopes' | 'tools'>,
  box: ToolBox,
): Comparison => {
  const needed = new Set<string>(plan.scopes);
  const destroying = box.outlines.filter(
    ({ effect, requires, deprecated }) =>
      effect === 'destroy' &&
      deprecated === undefined &&
      missingScopes(grant, requires).length === 0,
  );
  const wanted = areasOf(destroying.filter(({ name }) => plan.tools.includes(name)));
  return {
    missing: plan.scopes.filter((scope) => !holds(grant, scope)),
    unneeded: [...grant.scopes].filter((scope) => !needed.has(scope)).toSorted(),
    couldDestroy: [...areasOf(destroying)].filter((area) => !wanted.has(area)),
  };
};

/** Whether account-wide scopes are among these. */
export const holdsAll = (scopes: readonly string[]): boolean =>
  scopes.some((scope) => scope.startsWith('api:') || scope === 'write' || scope === 'read');
