// The answer of the inventory: what costs, dearest first, as a table that fits into an answer.
import { readOn } from '../../scope-map/dated-prices.ts';
import type { Answer } from '../../tools/answer/answer.ts';
import { longestAnswer } from '../../tools/answer/bounds.ts';
import { shortened } from '../../tools/cut-text.ts';
import { createRedactor } from '../../tools/secrets/redaction.ts';
import { roundedUsd } from '../consequences/price/money.ts';
import type { Item } from './gather.ts';
import { datedKinds, notCounted } from './kinds.ts';

/** What was found in all. */
export interface Inventory {
  readonly items: readonly Item[];
  readonly unread: readonly string[];
  /** A policy bounds what this caller sees. */
  readonly isGiven: boolean;
  /** Reads for it. */
  readonly reads: number;
}

/** Characters of a name, and tags of a thing, that are shown. */
const longestText = 100;
const mostTags = 10;
/** What stands around the rows. */
const ownRoom = 8_000;
const day = 24 * 60 * 60 * 1_000;

const columns = [
  'kind',
  'name',
  'id',
  'region',
  'monthly_usd',
  'age_days',
  'tags',
  'project',
  'note',
] as const;

const ageOf = ({ created }: Item, now: number): number | null => {
  const at = created === null ? Number.NaN : Date.parse(created);
  return Number.isNaN(at) ? null : Math.max(0, Math.floor((now - at) / day));
};

const textOf = (text: string | null): string | null => text && shortened(text, longestText);

const rowOf = (item: Item, now: number): readonly unknown[] => [
  item.kind,
  textOf(item.name),
  item.id,
  textOf(item.region),
  item.monthlyUsd,
  ageOf(item, now),
  item.tags.slice(0, mostTags).map(textOf),
  textOf(item.project),
  item.notes.length === 0 ? null : item.notes.join('; '),
];

/** Dearest first; what has no known price stands before all, since it may be the dearest. */
const dearestFirst = (a: Item, b: Item): number =>
  (b.monthlyUsd ?? Number.POSITIVE_INFINITY) - (a.monthlyUsd ?? Number.POSITIVE_INFINITY) || 0;

const byKind = (items: readonly Item[]): Readonly<Record<string, unknown>> => {
  const kinds = new Map<string, { count: number; usd: number }>();
  for (const { kind, monthlyUsd } of items) {
    const sum = kinds.get(kind) ?? { count: 0, usd: 0 };
    kinds.set(kind, { count: sum.count + 1, usd: sum.usd + (monthlyUsd ?? 0) });
  }
  return Object.fromEntries(
    [...kinds].map(([kind, { count, usd }]) => [
      kind,
      {
        count,
        monthly_usd: roundedUsd(usd),
        ...(datedKinds.has(kind) && { prices_of: readOn }),
      },
    ]),
  );
};

/** @param most things that are shown at most. */
export const inventoryAnswer = (
  { items, unread, isGiven, reads }: Inventory,
  most: number,
  now: number,
): Answer => {
  const sorted = items.toSorted(dearestFirst);
  const rows: (readonly unknown[])[] = [];
  let room = longestAnswer - ownRoom;
  for (const item of sorted.slice(0, most)) {
    const row = rowOf(item, now);
    room -= JSON.stringify(row).length;
    if (room < 0) break;
    rows.push(row);
  }
  const unpriced = items.filter(({ monthlyUsd }) => monthlyUsd === null).length;
  const isPartly = items.some(({ notes }) => notes.some((note) => note.startsWith('not priced')));
  const left = items.length - rows.length;
  const notes = [
    ...(left > 0
      ? [
          `${left} more ${left === 1 ? 'is' : 'are'} in the sum and not shown: ask with kinds, or a larger max_items.`,
        ]
      : []),
    ...(isGiven ? ['Only what this agent was given is listed; there may be more.'] : []),
  ];
  // Names of things may hold a credential, whoever put it there.
  return createRedactor(undefined).redact({
    total_monthly_usd: roundedUsd(
      items.reduce((sum, { monthlyUsd }) => sum + (monthlyUsd ?? 0), 0),
    ),
    ...(isPartly && { without_price: unpriced, at_least: true }),
    by_kind: byKind(sorted),
    columns,
    items: rows,
    returned: rows.length,
    total: items.length,
    ...(unread.length > 0 && { not_readable: unread }),
    not_counted: notCounted,
    reads,
    ...(notes.length > 0 && { note: notes.join(' ') }),
  }) as Answer;
};
