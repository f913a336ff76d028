// Whether the grants of a policy cover a call: its tool, its arguments, its numbers, and everything that it is about.
import { valuesAt } from '../../tools/places.ts';
import type { Call, State } from './call.ts';
import { fits, inAreas, meansAccess, meansArguments, meansTool } from './meaning.ts';
import type { Grant, Policy } from './policy.ts';

/** The numbers of a call that a grant bounds, and that are larger. */
const tooMuch = ({ most }: Grant, call: Call): string | undefined => {
  for (const { argument, most: bound } of most) {
    const values = valuesAt(call.given, argument);
    const sum = values.reduce<number>(
      (total, value) =>
        total +
        (Array.isArray(value) ? value.length : typeof value === 'number' ? value : Number.NaN),
      0,
    );
    if (values.length > 0 && !(sum <= bound)) return `${argument} may be ${bound} at most`;
  }
  return undefined;
};

/** Whether a grant is for calls like this one, whatever they are about. */
export const isFor = (grant: Grant, call: Call): boolean =>
  meansTool(grant, call) && meansAccess(grant, call.kinds, true) && inAreas(grant, call, undefined);

const grantsState = (grant: Grant, call: Call, state: State): boolean =>
  state.role === 'subject'
    ? isFor(grant, call) &&
      meansArguments(grant, call, true) &&
      !tooMuch(grant, call) &&
      fits(grant, state) === 'yes'
    : // What is only named needs a grant for things of its own kind.
      meansAccess(grant, call.kinds, true) &&
      (!grant.areas || (state.area !== undefined && grant.areas.has(state.area))) &&
      (state.area !== undefined || !grant.resources) &&
      fits(grant, state) === 'yes';

const tagsGranted = (grants: readonly Grant[], call: Call): string | undefined => {
  const byTag = grants.flatMap((grant) => grant.resources?.get('tags') ?? []);
  if (byTag.length === 0) return undefined;
  return call.tags.find((tag) => !byTag.some((matches) => matches(tag)));
};

/** Why the grants do not cover a call; undefined when they do. */
export const ungranted = (
  policy: Policy,
  call: Call,
): { rule: string; reason: string } | undefined => {
  const { grants, grantsAt } = policy;
  if (grants === null) return undefined;
  const no = (reason: string, at?: Grant) => ({ rule: at?.place ?? grantsAt, reason });
  const fitting = grants.filter((grant) => isFor(grant, call));
  const [first] = fitting;
  if (!first) return no(`${call.tool} is not granted for what this call does`);
  const able = fitting.filter((grant) => meansArguments(grant, call, true));
  if (able.length === 0) return no('its arguments are not those that are granted', first);
  const within = able.filter((grant) => !tooMuch(grant, call));
  if (within.length === 0) return no(able.map((grant) => tooMuch(grant, call))[0] ?? '', able[0]);
  const isBound = grants.some(({ resources }) => resources);
  if (!isBound) return undefined;
  const isFree = within.some(({ resources }) => !resources);
  if (!isFree && call.states.every(({ role }) => role !== 'subject') && call.lists !== 'filtered')
    return no('what it is about is not granted', first);
  const bad = call.states.find((state) => !grants.some((grant) => grantsState(grant, call, state)));
  if (bad) {
    const isUnknown = grants.some((grant) => fits(grant, bad) === 'unknown');
    return no(
      `${bad.what} is not granted${isUnknown ? ', as far as could be read' : ''}${bad.isAfter ? ' as this call would make it' : ''}`,
      bad.role === 'subject' ? first : undefined,
    );
  }
  // Who was given all such calls was given all tags with them.
  const tag = isFree ? undefined : tagsGranted(grants, call);
  return tag === undefined ? undefined : no(`the tag ${tag} is not granted`);
};
