// Tells several things of one kind that have one fate: their names, how many they are, what they cost.
import type { At, Fate, Hanging } from '../../../scope-map/endpoint/harm.ts';
import type { HangingThing } from '../blast-radius.ts';
import type { Lookout } from '../look.ts';
import { saidUsd } from '../price/money.ts';
import { monthlyOf } from './money.ts';
import { holdsOneOf, isPlain, type Knowledge, matches, valuesIn } from './values.ts';
import { see } from './views.ts';
import { mostNames, plural, shown } from './words.ts';

/** What elements are called, and why some are only known by their ids. */
const namesOf = async (
  looking: Lookout,
  { kind, named = 'name', called, counted }: Hanging,
  elements: readonly unknown[],
  knowledge: Knowledge,
): Promise<{ readonly names: readonly string[]; readonly unknown: readonly string[] }> => {
  if (counted !== undefined) return { names: [], unknown: [] };
  const places: readonly At[] = [named].flat();
  const own = elements.slice(0, mostNames).map((element) => {
    const parts = places.flatMap((at) => valuesIn(element, at).slice(0, 1).filter(isPlain));
    return parts.length > 1 ? parts.join(' ') : parts[0];
  });
  const ids = own.filter(isPlain);
  if (!called || ids.length === 0) return { names: ids.map(shown), unknown: [] };
  const { items, missing } = await see(looking, called.look, knowledge);
  const found = ids.map((id) => items.find((one) => holdsOneOf(one, called.by, [id])));
  return {
    names: ids.map((id, at) => valuesIn(found[at], called.named).find(isPlain) ?? id).map(shown),
    unknown:
      missing.length > 0 && found.includes(undefined)
        ? [
            `what the ${ids.length === 1 ? kind : plural(kind)} here told by id ${ids.length === 1 ? 'is' : 'are'} called (${missing.join('; ')})`,
          ]
        : [],
  };
};

const countOf = (hanging: Hanging, elements: readonly unknown[]): number => {
  const { counted } = hanging;
  if (counted === undefined) return elements.length;
  return elements
    .flatMap((element) => valuesIn(element, counted))
    .reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
};

const tallied = ({ tallies = [] }: Hanging, elements: readonly unknown[]): readonly string[] =>
  tallies
    .map(({ where, says }) => [elements.filter((one) => matches(one, where)).length, says] as const)
    .filter(([many]) => many > 0)
    .map(([many, says]) => `${many} ${says}`);

/** Things of one kind with one fate, as a person is told of them. */
export interface Told {
  readonly thing: HangingThing;
  readonly count: number;
  /** US dollars a month of all of them. */
  readonly usd: number | undefined;
  readonly unknown: readonly string[];
}

/** Tells of these elements; undefined where they stand for nothing. `isWhole` says that there are no more of them. */
export const tell = async (
  looking: Lookout,
  hanging: Hanging,
  fate: Fate,
  elements: readonly unknown[],
  knowledge: Knowledge,
  isWhole: boolean,
): Promise<Told | undefined> => {
  const count = countOf(hanging, elements);
  if (count === 0) return undefined;
  const { kind, note, costs } = hanging;
  const [{ names, unknown }, cost] = await Promise.all([
    namesOf(looking, hanging, elements, knowledge),
    monthlyOf(looking, costs, elements, knowledge),
  ]);
  const notes = [
    ...tallied(hanging, elements),
    ...(note === undefined ? [] : [note]),
    ...(cost.usd ? [`${saidUsd(cost.usd)} a month`] : []),
  ];
  return {
    thing: {
      kind,
      names,
      count: isWhole ? count : null,
      fate,
      ...(notes.length > 0 && { note: notes.join(', ') }),
    },
    count,
    usd: cost.usd,
    unknown: [
      ...unknown,
      ...(fate === 'destroyed' && cost.unknown !== undefined
        ? [`what ${plural(`the ${kind}`)} cost (${cost.unknown})`]
        : []),
    ],
  };
};
