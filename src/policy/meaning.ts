// Whether a grant or a rule means a call: by its tool, what it does, its arguments, and what it is about.
import { valuesAt } from '../../tools/places.ts';
import type { Call, State } from './call.ts';
import type { Bounds } from './policy.ts';
import type { Access } from './shape.ts';

/** Whether a call, as such, is one of those that are meant: by its tool, what it does, and its arguments. */
export const meansTool = ({ tools }: Bounds, call: Pick<Call, 'tool'>): boolean =>
  !tools || tools(call.tool);

export const meansAccess = ({ access }: Bounds, kinds: readonly Access[], all: boolean): boolean =>
  !access ||
  (all ? kinds.every((kind) => access.has(kind)) : kinds.some((kind) => access.has(kind)));

const argumentsAt = (call: Pick<Call, 'given'>, argument: string): readonly unknown[] =>
  valuesAt(call.given, argument).flat();

/** Whether every condition holds: of several values of an argument all have to, or one. */
export const meansArguments = (
  { when }: Bounds,
  call: Pick<Call, 'given'>,
  all: boolean,
): boolean =>
  when.every(({ argument, meets }) => {
    const values = argumentsAt(call, argument);
    return all ? values.length > 0 && values.every(meets) : values.some(meets);
  });

/** Yes, no, or nobody can tell. */
type Fits = 'yes' | 'no' | 'unknown';

export const fits = ({ resources }: Bounds, state: State): Fits => {
  let told: Fits = 'yes';
  for (const [dimension, matches] of resources ?? []) {
    const values = state.facts[dimension];
    if (values === undefined) told = 'unknown';
    else if (!values.some(matches)) return 'no';
  }
  return told;
};

export const inAreas = ({ areas }: Bounds, call: Call, state: State | undefined): boolean =>
  !areas || areas.has(call.area) || (state?.area !== undefined && areas.has(state.area));
