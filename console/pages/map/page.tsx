// The permission map: every endpoint of DigitalOcean's API, what it needs, and how it stands for a token.
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { PermissionMap, SearchResult, Standings } from '../../../src/console/map/row.ts';
import type { HolderView } from '../../../src/console/session-view.ts';
import { Empty, Failure, Waiting } from '../../parts/states.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { addressOf, go } from '../../state/address.ts';
import { type Data, useData } from '../../state/data.ts';
import { useLater } from '../../state/later.ts';
import { words } from '../../words.ts';
import { Details } from './details.tsx';
import { Facets } from './facets.tsx';
import { changed, filtersIn, isLiteral, shownRows } from './filters.ts';
import { HolderChoice } from './holder-choice.tsx';
import { MapTable } from './table.tsx';

/** How long nobody types before the server is asked, in milliseconds. */
const pause = 150;

const Search = ({ query }: { query: URLSearchParams }) => {
  const [text, setText] = useState(query.get('q') ?? '');
  // "Back" and cleared filters change the address, and the field follows.
  useEffect(() => setText(query.get('q') ?? ''), [query]);
  return (
    <search class="search">
      <label for="search" class="unseen">
        {words.map.search}
      </label>
      <input
        id="search"
        type="search"
        spellcheck={false}
        autocomplete="off"
        placeholder={`${words.map.search} – ${words.map.searchHint}`}
        value={text}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          go(addressOf('map', changed(query, 'q', value)), true);
        }}
      />
    </search>
  );
};

interface LoadedProps extends PageProps {
  readonly map: PermissionMap;
  readonly holder: HolderView | undefined;
  readonly standings: Data<Standings>;
}

const Loaded = ({ map, session, query, holder, standings }: LoadedProps) => {
  // Which row is open changes nothing about the others: they are not drawn anew for it.
  const view = changed(query, 'tool', '').toString();
  const filters = useMemo(() => filtersIn(new URLSearchParams(view)), [view]);
  const { holders } = session.server;
  const tools = standings.state === 'here' ? standings.value.tools : undefined;
  const standingOf = useCallback((name: string) => tools?.[name], [tools]);
  const wish = useLater(filters.search.trim(), pause);
  const found = useData<SearchResult>(
    wish === '' || isLiteral(wish) ? null : `search?for=${encodeURIComponent(wish)}`,
  );
  const names = found.state === 'here' && wish === filters.search.trim() ? found.value.names : null;
  const rows = useMemo(
    () => shownRows(map.rows, filters, standingOf, names),
    [map, filters, standingOf, names],
  );
  const open = query.get('tool') ?? '';
  const hrefOf = useCallback(
    (name: string) => addressOf('map', changed(new URLSearchParams(view), 'tool', name)),
    [view],
  );
  const isOpen = open !== '';
  return (
    <div class={isOpen ? 'map-page with-details' : 'map-page'}>
      <h1 class="unseen">{words.map.title}</h1>
      <div class="map-head">
        <Search query={query} />
        <p class="shown" role="status">
          {words.map.shown(rows.length, map.rows.length)}
        </p>
        <HolderChoice holders={holders} holder={holder} standings={standings} query={query} />
      </div>
      <Facets
        rows={map.rows}
        areas={map.areas}
        filters={filters}
        query={query}
        standingOf={standingOf}
        hasStandings={holder !== undefined}
      />
      <div class="map-rows">
        {rows.length === 0 ? (
          <Empty>{words.map.nothing}</Empty>
        ) : (
          <MapTable
            rows={rows}
            areas={map.areas}
            isSearch={filters.search.trim() !== ''}
            standingOf={standingOf}
            hasStandings={holder !== undefined}
            open={open}
            hrefOf={hrefOf}
          />
        )}
      </div>
      {isOpen && (
        <Details
          name={open}
          standing={standingOf(open)}
          onClose={() => go(addressOf('map', changed(query, 'tool', '')))}
        />
      )}
    </div>
  );
};

/** The page. */
const MapPage = (props: PageProps) => {
  const { holders } = props.session.server;
  const holder = holders.find(({ id }) => id === props.query.get('holder')) ?? holders[0];
  const map = useData<PermissionMap>('map');
  const standings = useData<Standings>(
    holder ? `standings?holder=${encodeURIComponent(holder.id)}` : null,
  );
  switch (map.state) {
    case 'waiting':
      return <Waiting />;
    case 'failed':
      return <Failure message={map.message} again={map.again} />;
    case 'here':
      return <Loaded {...props} map={map.value} holder={holder} standings={standings} />;
  }
};

export default MapPage;
