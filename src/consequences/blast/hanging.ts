// One kind of things that hang on what is destroyed: found, counted, named, and what becomes of them.
import type { At, Fate, Hanging } from '../../../scope-map/endpoint/harm.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { HangingThing } from '../blast-radius.ts';
import type { Lookout } from '../look.ts';
import { monthlyOf } from './money.ts';
import { belonging, holdsOneOf, type Knowledge, matches, valuesIn, valuesOf } from './values.ts';
import { see, together, type View } from './views.ts';
import { dollars, mostNames, plural, shown } from './words.ts';

/** What was found of one kind. */
export interface Found {
  readonly hanging: readonly HangingThing[];
  readonly unknown: readonly string[];
  /** How many of them are destroyed; null where that was not found out. */
  readonly destroyed: number | null;
  /** What the destroyed ones cost a month. */
  readonly monthlyUsd: number | undefined;
}

const none: Found = { hanging: [], unknown: [], destroyed: 0, monthlyUsd: undefined };

/** Everything that was read of what may hang on the thing; `unread` says why the thing itself is not known. */
const viewOf = async (
  looking: Lookout,
  hanging: Hanging,
  knowledge: Knowledge,
  unread: string | undefined,
): Promise<View> => {
  const { look, argument, over } = hanging;
  if (argument !== undefined)
    return { items: valuesOf({ argument }, knowledge), missing: [], isGone: false };
  const needsThing =
    !look ||
    [...Object.values(look.given), ...(hanging.belongs ?? []).map(({ is }) => is)].some(
      (source) => 'thing' in source,
    );
  const lost = unread !== undefined && needsThing ? [unread] : [];
  if (!look) return { items: knowledge.things, missing: lost, isGone: false };
  if (!over) {
    const view = await see(looking, look, knowledge);
    return { ...view, missing: [...view.missing, ...lost] };
  }
  const all = await see(looking, over.look, knowledge);
  const views = await Promise.all(
    all.items.slice(0, over.most).map((each) => see(looking, look, { ...knowledge, each })),
  );
  const beyond = all.items.length - over.most;
  const stopped =
    beyond > 0 ? [`only ${over.most} of ${all.items.length} ${over.noun} were looked through`] : [];
  const view = together(views);
  return { ...view, missing: [...view.missing, ...all.missing, ...stopped, ...lost] };
};

const namesOf = async (
  looking: Lookout,
  { named = 'name', called }: Hanging,
  elements: readonly unknown[],
  knowledge: Knowledge,
): Promise<readonly string[]> => {
  const places: readonly At[] = [named].flat();
  const nameOf = (element: unknown): unknown => {
    const [first, ...others] = places.flatMap((at) => valuesIn(element, at).slice(0, 1));
    return others.length === 0 ? first : [first, ...others].join(' ');
  };
  const own = elements.slice(0, mostNames).map(nameOf);
  const known = called ? (await see(looking, called.look, knowledge)).items : [];
  return own
    .map((name) => {
      if (!called) return name;
      const found = known.find((one) => holdsOneOf(one, called.by, [name]));
      return found === undefined ? name : (valuesIn(found, called.named)[0] ?? name);
    })
    .filter((name) => name !== undefined && name !== null && name !== '')
    .map(shown);
};

const countOf = (hanging: Hanging, elements: readonly unknown[]): number => {
  const { counted } = hanging;
  if (counted === undefined) return elements.length;
  return elements
    .flatMap((element) => valuesIn(element, counted))
    .reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
};

/** What hangs on the thing of this kind. `unread` says why the thing could not be read. */
export const findHanging = async (
  looking: Lookout,
  hanging: Hanging,
  knowledge: Knowledge,
  unread: string | undefined,
): Promise<Found> => {
  const { when, at, where, belongs, unless, chosen, hidden, asks } = hanging;
  if (![when ?? []].flat().every((one) => isTrueOf(one, knowledge.given))) return none;
  const view = await viewOf(looking, hanging, knowledge, unread);
  const lacking = hidden ? await looking.lacks(hidden) : [];
  const missing = [
    ...view.missing,
    ...(lacking.length > 0 ? [`the token lacks ${lacking.join(', ')}`] : []),
  ];
  const within = at === undefined ? view.items : view.items.flatMap((item) => valuesIn(item, at));
  const elements = belonging(within, belongs, knowledge).filter(
    (element) =>
      (!where || matches(element, where)) &&
      (!unless || !holdsOneOf(element, unless.at, valuesOf(unless, knowledge))),
  );
  const fateOf = (element: unknown): Fate =>
    chosen && holdsOneOf(element, chosen.at, valuesOf(chosen, knowledge))
      ? chosen.fate
      : hanging.fate;

  const told: HangingThing[] = [];
  let destroyed: number | null = 0;
  let monthlyUsd: number | undefined;
  const unpriced: string[] = [];
  const canDestroy = hanging.fate === 'destroyed' || chosen?.fate === 'destroyed';
  if (canDestroy && missing.length > 0) destroyed = null;
  for (const fate of new Set(elements.map(fateOf))) {
    const those = elements.filter((element) => fateOf(element) === fate);
    const count = countOf(hanging, those);
    if (count === 0) continue;
    const cost = await monthlyOf(looking, hanging.costs, those, knowledge);
    const notes = [
      ...(hanging.tallies ?? [])
        .map(
          ({ where, says }) => [those.filter((one) => matches(one, where)).length, says] as const,
        )
        .filter(([many]) => many > 0)
        .map(([many, says]) => `${many} ${says}`),
      ...(hanging.note === undefined ? [] : [hanging.note]),
      ...(cost.usd ? [`${dollars(cost.usd)} a month`] : []),
    ];
    told.push({
      kind: hanging.kind,
      names: hanging.counted === undefined ? await namesOf(looking, hanging, those, knowledge) : [],
      count: missing.length > 0 ? null : count,
      fate,
      ...(notes.length > 0 && { note: notes.join(', ') }),
    });
    if (fate !== 'destroyed') continue;
    if (destroyed !== null) destroyed += count;
    monthlyUsd = cost.usd;
    if (cost.unknown !== undefined)
      unpriced.push(`what ${plural(`the ${hanging.kind}`)} cost (${cost.unknown})`);
  }
  return {
    hanging: told,
    unknown: [
      ...(missing.length > 0 ? [`${asks} (${[...new Set(missing)].join('; ')})`] : []),
      ...unpriced,
    ],
    destroyed,
    monthlyUsd,
  };
};
