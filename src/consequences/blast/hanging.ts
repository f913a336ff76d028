// One kind of things that hang on what is destroyed: which they are, and what becomes of them.
import type { Belonging, Fate, Hanging } from '../../../scope-map/endpoint/harm.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { HangingThing } from '../blast-radius.ts';
import type { Lookout } from '../look.ts';
import { tell } from './telling.ts';
import { belonging, holdsOneOf, type Knowledge, matches, valuesIn, valuesOf } from './values.ts';
import { see, together, type View } from './views.ts';

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

/** Reads what elements are compared with, where that stands in reads of its own. */
const readOthers = async (
  looking: Lookout,
  ways: readonly Belonging[],
  knowledge: Knowledge,
): Promise<{ readonly knowledge: Knowledge; readonly missing: readonly string[] }> => {
  const looks = ways.flatMap(({ is }) => ('seen' in is ? [is.seen] : []));
  if (looks.length === 0) return { knowledge, missing: [] };
  const views = await Promise.all(looks.map((look) => see(looking, look, knowledge)));
  const seen = new Map(looks.map((look, at) => [look, views[at]?.items ?? []] as const));
  return { knowledge: { ...knowledge, seen }, missing: views.flatMap(({ missing }) => missing) };
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
  const spared = [unless ?? []].flat();
  const others = await readOthers(looking, [...(belongs ?? []), ...spared], knowledge);
  const lacking = hidden ? await looking.lacks(hidden) : [];
  const missing = [
    ...view.missing,
    ...others.missing,
    ...(lacking.length > 0 ? [`the token lacks ${lacking.join(', ')}`] : []),
  ];
  const within = at === undefined ? view.items : view.items.flatMap((item) => valuesIn(item, at));
  const excepted = new Set(spared.length === 0 ? [] : belonging(within, spared, others.knowledge));
  const elements = belonging(within, belongs, others.knowledge).filter(
    (element) => element !== '' && (!where || matches(element, where)) && !excepted.has(element),
  );
  const fateOf = (element: unknown): Fate =>
    chosen && holdsOneOf(element, chosen.at, valuesOf(chosen.is, knowledge))
      ? chosen.fate
      : hanging.fate;

  const told = await Promise.all(
    [...new Set(elements.map(fateOf))].map((fate) =>
      tell(
        looking,
        hanging,
        fate,
        elements.filter((element) => fateOf(element) === fate),
        knowledge,
        missing.length === 0,
      ),
    ),
  );
  const all = told.filter((one) => one !== undefined);
  const gone = all.find(({ thing }) => thing.fate === 'destroyed');
  const mayDestroy = hanging.fate === 'destroyed' || chosen?.fate === 'destroyed';
  return {
    hanging: all.map(({ thing }) => thing),
    unknown: [
      ...(missing.length > 0 ? [`${asks} (${[...new Set(missing)].join('; ')})`] : []),
      ...all.flatMap(({ unknown }) => unknown),
    ],
    destroyed: mayDestroy && missing.length > 0 ? null : (gone?.count ?? 0),
    monthlyUsd: gone?.usd,
  };
};
