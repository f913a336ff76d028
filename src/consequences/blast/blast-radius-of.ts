// Finds out what a destroying call would harm, by the reads that its operation names for it.
import type { Harm, Harmless } from '../../../scope-map/endpoint/harm.ts';
import { harmOf } from '../../../scope-map/harms.ts';
import { valueAt, valuesAt } from '../../../tools/places.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';
import type { Decision } from '../../guard/decision.ts';
import type { BlastRadius } from '../blast-radius.ts';
import type { Lookout } from '../look.ts';
import { findHanging } from './hanging.ts';
import { monthlyOf, sumOf } from './money.ts';
import { type Described, losesOf, sentenceOf } from './sentence.ts';
import { detailsOf, readThings } from './thing.ts';
import { type Knowledge, valuesIn } from './values.ts';
import { dollars, mostNames, plural, shown, typed } from './words.ts';

/** A call that would destroy something. */
export interface Destroying {
  readonly tool: Tool;
  /** Validated. */
  readonly given: Arguments;
  readonly decision: Decision;
}

const untold: Harmless = { kind: 'thing', nothingHangs: 'nothing is told of this operation' };

/** What the call says of the thing: by its own argument, or by whatever it works on. */
const knownAs = ({ name, known = name }: Harm | Harmless, { given, decision }: Destroying) =>
  known === undefined
    ? decision.targets[0]?.value
    : valuesAt(given, known).flat().slice(0, mostNames).join(', ') || undefined;

const losesData = ({ losesData: loses }: Harm | Harmless, given: Arguments): boolean =>
  loses === true || (loses?.some((when) => isTrueOf(when, given)) ?? false);

/**
 * What a destroying call would harm, as far as the caller's own reads tell. Never throws for what it could not read:
 * that is in `unknown`. Sends nothing but reads, no more and no longer than `looking` lets it.
 * @param now milliseconds since the epoch.
 */
export const blastRadiusOf = async (
  call: Destroying,
  looking: Lookout,
  now: () => number,
): Promise<BlastRadius> => {
  const { tool, given, decision } = call;
  const { endpoint } = tool;
  const harm = (await harmOf(endpoint.area, endpoint.id)) ?? untold;
  const { kind, thing } = harm;
  const hangs = 'hangs' in harm ? harm.hangs : [];
  const destroysIt = endpoint.effect === 'destroy' && harm.does === undefined;
  const known = knownAs(harm, call);

  // What hangs on the thing and is found without it is looked for at once, so that a slow read costs nothing more.
  const { items, unread, isGone } = await readThings(looking, thing, { given, things: [] });
  const knowledge: Knowledge = { given, things: items };
  const named = thing?.named ?? 'name';
  const nameOf = (one: unknown): string | undefined => {
    const [value] = valuesIn(one, named);
    return value === undefined || value === null ? undefined : shown(value);
  };

  if (isGone)
    return {
      sentence: `Finds no ${[kind, known === undefined ? undefined : shown(known)].filter(Boolean).join(' ')}: there is nothing that it would destroy`,
      hanging: [],
      unknown: [],
      name: null,
      destroyed: 0,
      losesData: false,
      monthlyUsd: null,
    };

  const found = await Promise.all(
    hangs.map((hanging) => findHanging(looking, hanging, knowledge, unread)),
  );
  const hanging = found.flatMap((one) => one.hanging);
  const costs = await Promise.all(
    items.map((one) => monthlyOf(looking, thing?.costs, [one], knowledge)),
  );
  const lacking = await Promise.all(
    (thing?.hides ?? []).map(async ({ without, what }) => {
      const missing = await looking.lacks(without);
      return missing.length > 0 ? [`${what} (the token lacks ${missing.join(', ')})`] : [];
    }),
  );
  const unpriced = costs.find(({ unknown }) => unknown !== undefined)?.unknown;

  const things = items.slice(0, mostNames).map((one, at): Described => {
    const cost = costs[at]?.usd;
    return {
      name: nameOf(one),
      details: [
        ...detailsOf(thing?.details, one, now()),
        ...(cost === undefined ? [] : [`${dollars(cost)} a month`]),
      ],
    };
  });
  const [only] = items;
  const own = items.length === 1 && only !== undefined ? valuesIn(only, named)[0] : undefined;
  const name = harm.name === undefined ? own : valueAt(given, harm.name);
  const counts = found.map(({ destroyed }) => destroyed);
  const itself = destroysIt
    ? unread !== undefined && thing?.several
      ? null
      : Math.max(1, items.length)
    : 0;
  return {
    sentence: sentenceOf({
      does: harm.does ?? (destroysIt ? 'Destroys' : 'Changes'),
      destroysIt,
      kind,
      known: known === undefined ? undefined : shown(known),
      things,
      more: items.length - things.length,
      loses: endpoint.effect === 'destroy' ? [] : losesOf(tool.name, decision),
      also: harm.also,
      losesData: losesData(harm, given),
      hanging,
    }),
    hanging,
    unknown: [
      ...new Set([
        ...(unread === undefined
          ? []
          : [
              items.length > 0
                ? `which ${plural(kind)} it is in all (${unread})`
                : `what it is called, and what is known of it (${unread})`,
            ]),
        ...lacking.flat(),
        ...(unpriced === undefined ? [] : [`what the ${kind} costs (${unpriced})`]),
        ...found.flatMap(({ unknown }) => unknown),
      ]),
    ],
    name: name === undefined || name === null ? null : (typed(name) ?? null),
    destroyed:
      itself === null || counts.includes(null)
        ? null
        : counts.reduce<number>((sum, count) => sum + (count ?? 0), itself),
    losesData: losesData(harm, given),
    monthlyUsd: destroysIt
      ? sumOf([...costs.map(({ usd }) => usd), ...found.map((one) => one.monthlyUsd)])
      : null,
  };
};
