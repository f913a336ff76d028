// What of the map is shown: the filters as the address has them, and the rows that pass.
import type { MapRow, Standing } from '../../../src/console/map/row.ts';

/** Filters that are lists of values. */
export const facetNames = ['standing', 'effect', 'access', 'method', 'cost', 'area'] as const;

/** The name of one of them, in the address too. */
export type FacetName = (typeof facetNames)[number];

/** What was chosen. */
export interface Filters {
  /** Chosen values; a facet without any lets everything pass. */
  readonly facets: Readonly<Record<FacetName, ReadonlySet<string>>>;
  /** A scope, or what it begins with. */
  readonly permission: string;
  readonly search: string;
}

/** How every tool stands; undefined while it is not known. */
export type StandingOf = (name: string) => Standing | undefined;

/** The longest search that is read from the address. */
const longestSearch = 200;

const listIn = (text: string | null): ReadonlySet<string> =>
  new Set((text ?? '').split(',').filter((value) => value !== ''));

/** The filters that an address names. */
export const filtersIn = (query: URLSearchParams): Filters => ({
  facets: {
    standing: listIn(query.get('standing')),
    effect: listIn(query.get('effect')),
    access: listIn(query.get('access')),
    method: listIn(query.get('method')),
    cost: listIn(query.get('cost')),
    area: listIn(query.get('area')),
  },
  permission: (query.get('permission') ?? '').slice(0, longestSearch),
  search: (query.get('q') ?? '').slice(0, longestSearch),
});

/** How many filters are set. */
export const filtersSet = ({ facets, permission }: Filters): number =>
  Object.values(facets).reduce((sum, { size }) => sum + size, permission === '' ? 0 : 1);

/** The value that a row has in a facet. */
export const valueIn = (
  row: MapRow,
  facet: FacetName,
  standingOf: StandingOf,
): string | undefined => (facet === 'standing' ? standingOf(row.name)?.state : row[facet]);

const permits = ({ requires, sometimes = [] }: MapRow, permission: string): boolean =>
  permission === '' || [...requires.flat(), ...sometimes].some((one) => one.startsWith(permission));

const textOf = (row: MapRow): string =>
  `${row.name} ${row.operation} ${row.method} ${row.path} ${row.title} ${row.requires.flat().join(' ')}`.toLowerCase();

/** Whether each word of a search stands somewhere in the row as it is written. */
export const says = (row: MapRow, search: string): boolean => {
  const text = textOf(row);
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Whether a search is a path, a scope or a name, which is looked for as it is written and not as a wish. */
export const isLiteral = (search: string): boolean => /[/:_{]/.test(search);

/** Whether a row passes all facets but one. */
const passes = (
  row: MapRow,
  { facets, permission }: Filters,
  standingOf: StandingOf,
  but?: FacetName,
): boolean =>
  permits(row, permission) &&
  facetNames.every((facet) => {
    const chosen = facets[facet];
    if (facet === but || chosen.size === 0) return true;
    const value = valueIn(row, facet, standingOf);
    return value !== undefined && chosen.has(value);
  });

/**
 * The rows that are shown.
 * @param found names that the server's search has found, the best first; null: not asked, or not told yet.
 */
export const shownRows = (
  rows: readonly MapRow[],
  filters: Filters,
  standingOf: StandingOf,
  found: readonly string[] | null,
): readonly MapRow[] => {
  const passing = rows.filter((row) => passes(row, filters, standingOf));
  const { search } = filters;
  if (search.trim() === '') return passing;
  const written = passing.filter((row) => says(row, search.trim()));
  if (found === null || isLiteral(search)) return written;
  const byName = new Map(passing.map((row) => [row.name, row]));
  const ranked = found.flatMap((name) => byName.get(name) ?? []);
  const known = new Set(ranked);
  return [...ranked, ...written.filter((row) => !known.has(row))];
};

/** How many rows each value of a facet would show, the other filters as they are. */
export const countsOf = (
  rows: readonly MapRow[],
  facet: FacetName,
  filters: Filters,
  standingOf: StandingOf,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = valueIn(row, facet, standingOf);
    if (value === undefined || !passes(row, filters, standingOf, facet)) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

/** The address's query with a value of a facet chosen, or no longer. */
export const toggled = (
  query: URLSearchParams,
  facet: FacetName,
  value: string,
): URLSearchParams => {
  const chosen = new Set(listIn(query.get(facet)));
  if (!chosen.delete(value)) chosen.add(value);
  return changed(query, facet, [...chosen].join(','));
};

/** The address's query with one setting changed; an empty value takes it out. */
export const changed = (query: URLSearchParams, name: string, value: string): URLSearchParams => {
  const next = new URLSearchParams(query);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
};
