// Foresees what DigitalOcean would answer to a call, by reads alone.
import type { Refusals, Untold } from '../../../scope-map/endpoint/refusals.ts';
import { loadRefusals } from '../../../scope-map/refusals.ts';
import { valuesAt } from '../../../tools/places.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';
import type { Lookout } from '../look.ts';
import { checked } from './check.ts';
import { existence } from './existence.ts';
import { type Foreseen, foreseenFrom, type Told } from './foreseen.ts';

/** Of what nothing is declared, nothing is promised. */
const undeclared: Told = { refuses: [], unknown: ['what else DigitalOcean checks of this call'] };

const untoldOf = async (
  { when, lacking, unless, untold }: Untold,
  given: Arguments,
  looking: Lookout,
): Promise<readonly Told[]> => {
  if (when && !isTrueOf(when, given)) return [];
  if (lacking && (await looking.lacks(lacking)).length === 0) return [];
  // Where nothing is said there, the form is not wrong.
  const isWell = unless?.every(({ at, like }) =>
    valuesAt(given, at)
      .flat()
      .every((value) => like.test(String(value))),
  );
  return isWell ? [] : [{ refuses: [], unknown: [untold] }];
};

/** Parameters of a path that checks look for in lists: the API has no read of the thing itself. */
const lookedFor = (declared: Refusals[string] = []): ReadonlySet<string> =>
  new Set(
    declared.flatMap((one) =>
      'untold' in one
        ? []
        : one.grounds.flatMap(({ sign }) => {
            if (sign === 'missing')
              return Object.values(one.among?.where ?? {}).filter(
                (place) => typeof place === 'string',
              );
            return typeof sign === 'object' && 'lacks' in sign ? [sign.lacks] : [];
          }),
    ),
  );

/** What is declared of the refusals of an operation; undefined where nothing is. */
export const refusalsOf = async ({ endpoint }: Tool): Promise<Refusals[string] | undefined> =>
  (await loadRefusals(endpoint.area))[endpoint.id];

/**
 * What is known of DigitalOcean's answer: what the path names is looked for, and what the operation's area declares is
 * checked. Never throws; sends reads only.
 */
export const foreseeReply = async (
  { tool, given }: { readonly tool: Tool; readonly given: Arguments },
  declared: Refusals[string] | undefined,
  looking: Lookout,
): Promise<Foreseen> => {
  const told = await Promise.all([
    existence(tool, given, looking, lookedFor(declared)).then((one) => [one]),
    ...(declared ?? []).map((one) =>
      'untold' in one ? untoldOf(one, given, looking) : checked(one, given, looking),
    ),
  ]);
  return foreseenFrom([...told.flat(), ...(declared ? [] : [undeclared])]);
};
