// Tells what a holder's token grants, what is missing for what is served, and what nothing served needs.
import { isScope, scopes as knownScopes, type Scope } from '../../../scope-map/scopes.ts';
import type { Outline } from '../../../tools/tool/outline.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { describeGrant, type Grant, holds } from '../../guard/grant.ts';
import { Guard } from '../../guard/guard.ts';
import { withRequired } from '../../guard/least-scopes.ts';
import type { Holder } from '../holder.ts';
import type { HeldGroup, HeldScope, TokenView } from './token-view.ts';

/** A token that may do everything, to see what the owner would let it do. */
const everything: Grant = {
  kind: 'known',
  scopes: new Set(['api:write']),
  source: 'declared',
  expiresAt: null,
};

const actions = ['read', 'create', 'update', 'delete'];

const rankOf = (action: string): number =>
  actions.includes(action) ? actions.indexOf(action) : actions.length;

/** How many served tools need each scope; what the control panel ticks along counts with the scope that it comes with. */
const neededBy = (served: readonly Outline[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { requires } of served)
    for (const scope of new Set(withRequired(requires.flat())))
      counts.set(scope, (counts.get(scope) ?? 0) + 1);
  return counts;
};

const stateOf = (grant: Grant, scope: Scope): HeldScope['state'] => {
  if (!holds(grant, scope)) return 'missing';
  return grant.kind === 'known' && grant.scopes.has(scope) ? 'held' : 'covered';
};

const groupsOf = (grant: Grant, needed: ReadonlyMap<string, number>): readonly HeldGroup[] => {
  const groups = new Map<string, HeldScope[]>();
  for (const scope of Object.keys(knownScopes)) {
    if (!isScope(scope) || scope.startsWith('api:')) continue;
    const [resource = '', action = ''] = scope.split(':');
    const one = { scope, action, state: stateOf(grant, scope), tools: needed.get(scope) ?? 0 };
    groups.set(resource, [...(groups.get(resource) ?? []), one]);
  }
  return [...groups].map(([resource, scopes]) => ({
    resource,
    scopes: scopes.toSorted(
      (a, b) => rankOf(a.action) - rankOf(b.action) || a.action.localeCompare(b.action),
    ),
  }));
};

const isWide = (scope: string): boolean =>
  scope.startsWith('api:') || scope === 'read' || scope === 'write';

/** The token of a holder as it is now. */
export const tokenOf = async (
  { id, caller }: Holder,
  box: ToolBox,
  now: number,
): Promise<TokenView> => {
  const guard = await caller.guard();
  const { grant, selection } = guard;
  const whole = new Guard(selection, everything);
  const served = box.outlines.filter((outline) => !whole.refusalOf(outline));
  const needed = neededBy(served);
  const held = grant.kind === 'known' ? [...grant.scopes] : [];
  return {
    holder: id,
    hint: caller.account.hint,
    kind: grant.kind,
    reason: grant.kind === 'known' ? null : grant.reason,
    grant: describeGrant(grant),
    source: grant.kind === 'known' ? grant.source : null,
    expiresAt: grant.kind === 'known' ? grant.expiresAt : null,
    now,
    groups: groupsOf(grant, needed),
    unused: held.filter((scope) => isScope(scope) && !isWide(scope) && !needed.has(scope)).sort(),
    unknownScopes: held.filter((scope) => !isScope(scope) && !isWide(scope)).sort(),
    usable: served.filter((outline) => !guard.refusalOf(outline)).length,
    served: served.length,
  };
};
