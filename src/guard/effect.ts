// What a call does, its arguments considered: to the account, to the bill, and why.
import type { Condition, Cost, Effect } from '../../scope-map/endpoint.ts';
import { isTrueOf } from '../../tools/request/when.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';

/** What a call does. */
export interface Consequence {
  readonly effect: Effect;
  readonly cost: Cost;
  /** What it destroys, in sentences without a full stop; empty when it destroys nothing. */
  readonly why: readonly string[];
}

const worse: Readonly<Record<Effect, number>> = { read: 0, write: 1, destroy: 2 };
const dearer: Readonly<Record<Cost, number>> = { none: 0, stops: 1, raises: 2, starts: 3 };

const said = ({ name }: Tool, { when, loses }: Condition): string => {
  if (loses !== undefined) return `${name} ${loses}`;
  if (when.absent) return `${name} without ${when.argument} takes away what is there`;
  const given = when.is ? `${when.argument} ${when.is.join(' or ')}` : when.argument;
  return `${name} with ${given} destroys something for good`;
};

/**
 * What this call does: the worst of the endpoint's own effect and of every condition that its arguments meet. An
 * effect follows what a call does, never the verb in its name.
 */
export const consequenceOf = (tool: Tool, given: Arguments): Consequence => {
  const { endpoint } = tool;
  let { effect } = endpoint;
  let cost: Cost = endpoint.cost ?? 'none';
  const why = effect === 'destroy' ? [`${tool.name} destroys something for good`] : [];
  for (const condition of endpoint.conditions ?? []) {
    if (!isTrueOf(condition.when, given)) continue;
    if (condition.cost && dearer[condition.cost] > dearer[cost]) cost = condition.cost;
    if (condition.effect && worse[condition.effect] > worse[effect]) effect = condition.effect;
    if (condition.effect === 'destroy' && endpoint.effect !== 'destroy')
      why.push(said(tool, condition));
  }
  return { effect, cost, why };
};
