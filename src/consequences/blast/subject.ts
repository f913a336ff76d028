// What a call works on, as a person is told of it: which things, what they are called, what they cost.
import { readOn } from '../../../scope-map/dated-prices.ts';
import type { Harm, Harmless, MonthlyCost } from '../../../scope-map/endpoint/harm.ts';
import { valueAt, valuesAt } from '../../../tools/places.ts';
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';
import type { Decision } from '../../guard/decision.ts';
import type { Lookout } from '../look.ts';
import { saidUsd } from '../price/money.ts';
import { monthlyOf } from './money.ts';
import type { Described } from './sentence.ts';
import { detailsOf, readThings } from './thing.ts';
import { isPlain, valuesIn } from './values.ts';
import { inSentence, mostNames, plural, shown, typed } from './words.ts';

/** A call that would destroy something. */
export interface Destroying {
  readonly tool: Tool;
  /** Validated. */
  readonly given: Arguments;
  readonly decision: Decision;
}

/** What it works on. */
export interface Subject {
  readonly items: readonly unknown[];
  /** Why they are not, or not all, known; undefined where they are. */
  readonly unread: string | undefined;
  /** There is no such thing. */
  readonly isGone: boolean;
  /** How the call names it, or them, for a sentence. */
  readonly known: readonly string[];
  /** What a person types to agree. */
  readonly name: string | null;
  /** The first of them. */
  readonly described: readonly Described[];
  /** US dollars a month of each; undefined where that is not known. */
  readonly costs: readonly (number | undefined)[];
  readonly unknown: readonly string[];
}

const unreadOf = (kind: string, { items, unread }: Pick<Subject, 'items' | 'unread'>): string[] => {
  if (unread === undefined) return [];
  const what =
    items.length > 0
      ? `which ${plural(kind)} they are in all`
      : 'what it is called, and what is known of it';
  return [`${what} (${unread})`];
};

/** Since when a price may have moved. */
const dayOf = (cost: MonthlyCost | undefined): string =>
  cost && 'dated' in cost ? ` by prices of ${readOn}` : '';

const knownAs = ({ name, known = name }: Harm | Harmless, { given, decision }: Destroying) => {
  const values =
    known === undefined
      ? decision.targets.slice(0, 1).map(({ value }) => value)
      : valuesAt(given, known).flat().filter(isPlain);
  return values.map(shown).map(inSentence);
};

/** Reads what a call works on. */
export const readSubject = async (
  looking: Lookout,
  harm: Harm | Harmless,
  call: Destroying,
  now: number,
): Promise<Subject> => {
  const { kind, thing, name } = harm;
  const { given } = call;
  const { items, unread, isGone } = await readThings(looking, thing, { given, things: [] });
  const costs = await Promise.all(
    items.map((one) => monthlyOf(looking, thing?.costs, [one], { given, things: items })),
  );
  const unpriced = costs.find((cost) => cost.unknown !== undefined)?.unknown;
  const nameOf = (one: unknown): unknown => valuesIn(one, thing?.named ?? 'name').find(isPlain);
  const own = items.length === 1 ? nameOf(items[0]) : undefined;
  const itself = name === undefined ? own : [valueAt(given, name) ?? own].flat().find(isPlain);
  return {
    items,
    unread,
    isGone,
    known: knownAs(harm, call),
    name: itself === undefined ? null : (typed(itself) ?? null),
    described: items.slice(0, mostNames).map((one, at): Described => {
      const called = nameOf(one);
      const cost = costs[at]?.usd;
      return {
        name: called === undefined ? undefined : inSentence(shown(called)),
        details: [
          ...detailsOf(thing?.details, one, now),
          ...(cost === undefined ? [] : [`${saidUsd(cost)} a month${dayOf(thing?.costs)}`]),
        ],
      };
    }),
    costs: costs.map(({ usd }) => usd),
    unknown: [
      ...unreadOf(kind, { items, unread }),
      ...(unpriced === undefined ? [] : [`what the ${kind} costs (${unpriced})`]),
    ],
  };
};
