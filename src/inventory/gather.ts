// Gathers what costs of one kind: which things, at what price, and what could not be read.

import { valueAt, valuesAt } from '../../tools/places.ts';
import { isTrueOf } from '../../tools/request/when.ts';
import { priceOfCharge } from '../consequences/price/charge.ts';
import { roundedUsd } from '../consequences/price/money.ts';
import type { Kind, Thing } from './kind.ts';
import type { Projects } from './projects.ts';
import { mostThings, type Stock } from './stock.ts';

/** Something that costs. */
export interface Item {
  readonly kind: string;
  readonly name: string;
  readonly id: unknown;
  readonly region: string | null;
  /** US dollars; null where it is not known. */
  readonly monthlyUsd: number | null;
  readonly created: string | null;
  readonly tags: readonly string[];
  readonly project: string | null;
  /** What is to be known of it: what is not in its price, that it is off. */
  readonly notes: readonly string[];
}

/** What was found of one kind. */
export interface Found {
  readonly items: readonly Item[];
  /** What could not be read, without a full stop. */
  readonly unread: readonly string[];
}

/** Databases of one kind, Droplets of another, whose own lists are read at most. */
const mostEach = 20;

/** Where things of a kind tell who they are. */
const whoOf = ({ at = {} }: Kind) => ({
  name: at.name ?? 'name',
  id: at.id ?? 'id',
  created: at.created === undefined ? 'created_at' : at.created,
  region: at.region === undefined ? 'region' : at.region,
  tags: at.tags ?? null,
});

const placesOf = (kind: Kind): readonly string[] => [
  ...new Set([...Object.values(whoOf(kind)).filter((place) => place !== null), ...kind.fields]),
];

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

const textsOf = (thing: Thing, at: string | null): readonly string[] =>
  at === null
    ? []
    : valuesAt(thing, at)
        .flat()
        .filter((one) => typeof one === 'string');

interface Listed {
  readonly things: readonly Thing[];
  readonly unread: readonly string[];
}

const plural = (noun: string): string => `${noun}s`;

const listOf = async (kind: Kind, given: Thing, stock: Stock): Promise<Listed> => {
  const { noun, list } = kind;
  const isOne = list === 'registries_get_subscription';
  const seen = await stock.read(list, {
    ...given,
    ...kind.given,
    fields: placesOf(kind),
    ...(isOne ? {} : { max_items: mostThings }),
  });
  if ('unread' in seen) return { things: [], unread: [`${plural(noun)}: ${seen.unread}`] };
  return {
    things: seen.things,
    unread: seen.isWhole ? [] : [`${plural(noun)} after the first ${seen.things.length}`],
  };
};

/** All things of a kind; of some kinds each other thing has a list. */
const listed = async (kind: Kind, stock: Stock): Promise<Listed> => {
  const { each, noun } = kind;
  if (!each) return listOf(kind, {}, stock);
  const owners = await stock.read(each.list, {
    fields: ['id', ...(each.only ? [each.only.argument] : [])],
    max_items: mostThings,
  });
  if ('unread' in owners) return { things: [], unread: [`${plural(noun)}: ${owners.unread}`] };
  const { only } = each;
  const own = owners.things.filter((one) => !only || isTrueOf(only, one));
  const lists = await Promise.all(
    own.slice(0, mostEach).map((one) => listOf(kind, { [each.argument]: one['id'] }, stock)),
  );
  return {
    things: lists.flatMap(({ things }) => things),
    unread: [
      ...new Set(lists.flatMap(({ unread }) => unread)),
      ...(own.length > mostEach ? [`${plural(noun)} of more than ${mostEach} others`] : []),
    ],
  };
};

/** What a thing costs, and what of it has no known price. */
const priced = async ({ charges }: Kind, thing: Thing, stock: Stock) => {
  const parts = await Promise.all(
    charges
      .filter(({ when }) => when === undefined || isTrueOf(when, thing))
      .map((charge) => priceOfCharge(charge, thing, stock)),
  );
  const known = parts.flatMap(({ monthlyUsd }) => monthlyUsd ?? []);
  const unknown = parts.flatMap(({ notPriced }) => notPriced);
  return {
    monthlyUsd:
      known.length === 0 && unknown.length > 0
        ? null
        : roundedUsd(known.reduce((sum, usd) => sum + usd, 0)),
    unknown: unknown.map((one) => `not priced: ${one}`),
  };
};

/** Everything of a kind that costs. */
export const gather = async (
  kind: Kind,
  stock: Stock,
  projects: () => Promise<Projects>,
): Promise<Found> => {
  const { only, free = 0, beside, urn, noun } = kind;
  const who = whoOf(kind);
  const [{ things, unread }, others] = await Promise.all([
    listed(kind, stock),
    beside && stock.read(beside.list, { max_items: mostThings, detail: 'full' }),
  ]);
  const more = others && 'things' in others ? others.things : undefined;
  const joined = beside ? things.map((one) => beside.joined(one, more)) : things;
  const costing = joined.filter((one) => !only || isTrueOf(only, one)).slice(free);
  const home = costing.length > 0 ? await projects() : undefined;
  const items = await Promise.all(
    costing.map(async (thing): Promise<Item> => {
      const { monthlyUsd, unknown } = await priced(kind, thing, stock);
      const id = valueAt(thing, who.id) ?? null;
      const notes = (kind.notes ?? []).filter(({ when }) => isTrueOf(when, thing));
      return {
        kind: noun,
        name: textOf(valueAt(thing, who.name)) ?? textOf(id) ?? '',
        id,
        region: textsOf(thing, who.region).join(', ') || null,
        monthlyUsd,
        created: who.created === null ? null : textOf(valueAt(thing, who.created)),
        tags: textsOf(thing, who.tags),
        project: home?.of(thing['project_id'], `do:${urn}:${id}`) ?? null,
        notes: [...notes.map(({ says }) => says), ...unknown],
      };
    }),
  );
  return { items: items.filter(({ monthlyUsd }) => monthlyUsd !== 0), unread };
};
