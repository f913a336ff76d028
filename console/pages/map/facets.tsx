// The filters beside the map: values to tick, each with how many endpoints it would show.
import { useMemo } from 'preact/hooks';
import type { MapArea, MapRow } from '../../../src/console/map/row.ts';
import { addressOf, go } from '../../state/address.ts';
import { words } from '../../words.ts';
import {
  changed,
  countsOf,
  type FacetName,
  type Filters,
  facetNames,
  filtersSet,
  type StandingOf,
  toggled,
} from './filters.ts';

interface FacetsProps {
  readonly rows: readonly MapRow[];
  readonly areas: readonly MapArea[];
  readonly filters: Filters;
  readonly query: URLSearchParams;
  readonly standingOf: StandingOf;
  /** Whether it can be told how anything stands. */
  readonly hasStandings: boolean;
}

const labelOf = (facet: FacetName, value: string, areas: readonly MapArea[]): string => {
  const { standings, effects, accesses, costs } = words.map;
  const known: Readonly<Record<string, string>> = {
    standing: standings,
    effect: effects,
    access: accesses,
    cost: costs,
    method: {},
    area: Object.fromEntries(areas.map(({ area, title }) => [area, title])),
  }[facet];
  return known[value] ?? value;
};

const orders: Readonly<Record<Exclude<FacetName, 'area'>, readonly string[]>> = {
  standing: ['granted', 'missing', 'hidden'],
  effect: ['read', 'write', 'destroy'],
  access: ['read', 'write'],
  method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  cost: ['none', 'starts', 'raises', 'stops'],
};

const Facet = ({ facet, ...props }: FacetsProps & { readonly facet: FacetName }) => {
  const { rows, areas, filters, query, standingOf } = props;
  // What is searched for changes no count: letters that are typed count nothing anew.
  const chosen = `${facetNames.map((name) => [...filters.facets[name]].join())} ${filters.permission}`;
  const counts = useMemo(
    () => countsOf(rows, facet, filters, standingOf),
    [rows, facet, chosen, standingOf],
  );
  const values = facet === 'area' ? areas.map(({ area }) => area) : orders[facet];
  return (
    <fieldset class={`facet facet-${facet}`}>
      <legend>{words.map.facets[facet]}</legend>
      {values.map((value) => (
        <label key={value} class="tick">
          <input
            type="checkbox"
            checked={filters.facets[facet].has(value)}
            onChange={() => go(addressOf('map', toggled(query, facet, value)), true)}
          />
          <span>{labelOf(facet, value, areas)}</span>
          <span class="count">{counts.get(value) ?? 0}</span>
        </label>
      ))}
    </fieldset>
  );
};

const scopesOf = (rows: readonly MapRow[]): readonly string[] =>
  [
    ...new Set(rows.flatMap(({ requires, sometimes = [] }) => [...requires.flat(), ...sometimes])),
  ].toSorted();

const Permission = ({ rows, filters, query }: FacetsProps) => {
  const scopes = useMemo(() => scopesOf(rows), [rows]);
  return (
    <div class="facet">
      <label for="permission" class="facet-name">
        {words.map.permissionFilter}
      </label>
      <input
        id="permission"
        type="text"
        list="scopes"
        spellcheck={false}
        autocomplete="off"
        placeholder={words.map.permissionHint}
        value={filters.permission}
        onInput={({ currentTarget }) =>
          go(addressOf('map', changed(query, 'permission', currentTarget.value.trim())), true)
        }
      />
      <datalist id="scopes">
        {scopes.map((scope) => (
          <option key={scope} value={scope} />
        ))}
      </datalist>
    </div>
  );
};

/** All filters. */
export const Facets = (props: FacetsProps) => {
  const { filters, query, hasStandings } = props;
  const set = filtersSet(filters);
  const kept = new URLSearchParams([...query].filter(([name]) => name === 'holder'));
  return (
    <details class="facets" open={matchMedia('(min-width: 70.01rem)').matches}>
      <summary>{set === 0 ? words.map.filters : words.map.filtersSet(set)}</summary>
      <div class="facets-body">
        {set > 0 && (
          <button
            type="button"
            class="quiet"
            onClick={() => go(addressOf('map', changed(kept, 'q', filters.search)))}
          >
            {words.map.clear}
          </button>
        )}
        {facetNames
          .filter((facet) => facet !== 'area' && (facet !== 'standing' || hasStandings))
          .map((facet) => (
            <Facet key={facet} facet={facet} {...props} />
          ))}
        <Permission {...props} />
        <Facet facet="area" {...props} />
      </div>
    </details>
  );
};
