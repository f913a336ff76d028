// The map as a table: areas with their endpoints, or what a search found in its order.
import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import type { MapArea, MapRow, Standing } from '../../../src/console/map/row.ts';
import { Link } from '../../parts/link.tsx';
import { CostMark, EffectMark, MethodMark, StandingMark } from '../../parts/marks.tsx';
import { Path } from '../../parts/path.tsx';
import { Requirement } from '../../parts/requirement.tsx';
import { useGradually } from '../../state/gradually.ts';
import { words } from '../../words.ts';
import type { StandingOf } from './filters.ts';

interface RowProps {
  readonly row: MapRow;
  readonly href: string;
  readonly isOpen: boolean;
  readonly standing: Standing | undefined;
  readonly hasStandings: boolean;
}

const Row = memo(({ row, href, isOpen, standing, hasStandings }: RowProps) => (
  <tr class={isOpen ? 'row open' : 'row'}>
    <td class="cell-method">
      <MethodMark method={row.method} />
    </td>
    <td class="cell-endpoint">
      <div class="endpoint">
        {' '}
        <Link href={href} id={`row-${row.name}`} aria-current={isOpen ? 'true' : undefined}>
          <Path path={row.path} />
        </Link>
        <span class="title">{row.title}</span>
      </div>{' '}
    </td>
    <td class="cell-effect">
      <EffectMark effect={row.effect} />
      <CostMark cost={row.cost} />
      {row.discloses && <span class="mark gives">{words.map.gives[row.discloses]}</span>}
      {row.deprecated && <span class="mark">{words.map.deprecated}</span>}
    </td>
    <td class="cell-permission">
      <Requirement requires={row.requires} />
      {row.sometimes && (
        <span class="muted more">
          {' '}
          +{row.sometimes.length} {words.map.sometimes}
        </span>
      )}
    </td>
    {hasStandings && (
      <td class="cell-standing">{standing && <StandingMark standing={standing} />}</td>
    )}
  </tr>
));

interface TableProps {
  readonly rows: readonly MapRow[];
  readonly areas: readonly MapArea[];
  readonly isSearch: boolean;
  readonly standingOf: StandingOf;
  readonly hasStandings: boolean;
  readonly open: string;
  readonly hrefOf: (name: string) => string;
}

interface Group {
  readonly key: string;
  readonly title: string;
  readonly sentence: string;
  readonly note: string;
  readonly rows: readonly MapRow[];
}

const groupsOf = ({ areas, isSearch }: TableProps, rows: readonly MapRow[]): readonly Group[] => {
  if (isSearch) return [{ key: 'found', title: words.map.found, sentence: '', note: '', rows }];
  const byArea = Map.groupBy(rows, ({ area }) => area);
  return areas.flatMap(({ area, title, sentence, methods }) => {
    const own = byArea.get(area);
    return own ? [{ key: area, title, sentence, note: words.map.methods(methods), rows: own }] : [];
  });
};

const Head = ({ hasStandings }: { hasStandings: boolean }) => {
  const { columns } = words.map;
  return (
    <thead class="unseen">
      <tr>
        <th scope="col">{columns.method}</th>
        <th scope="col">{columns.endpoint}</th>
        <th scope="col">{columns.effect}</th>
        <th scope="col">{columns.permission}</th>
        {hasStandings && <th scope="col">{columns.standing}</th>}
      </tr>
    </thead>
  );
};

/** The areas, each a table of its own: what is not seen yet is not laid out either. */
export const MapTable = (props: TableProps) => {
  const { rows, standingOf, hasStandings, open, hrefOf } = props;
  const count = useGradually(rows);
  const drawn = useMemo(() => rows.slice(0, count), [rows, count]);
  return (
    <>
      {groupsOf(props, drawn).map((group) => (
        <section key={group.key} class="group" aria-labelledby={`group-${group.key}`}>
          <div class="group-head">
            <h2 id={`group-${group.key}`}>{group.title}</h2>
            <p class="group-sentence">{group.sentence}</p>
            <p class="group-note">{group.note}</p>
          </div>
          <table class="map" aria-labelledby={`group-${group.key}`}>
            <colgroup>
              <col class="cell-method" />
              <col />
              <col class="cell-effect" />
              <col class="cell-permission" />
              {hasStandings && <col class="cell-standing" />}
            </colgroup>
            <Head hasStandings={hasStandings} />
            <tbody>
              {group.rows.map((row) => (
                <Row
                  key={row.name}
                  row={row}
                  href={hrefOf(row.name)}
                  isOpen={row.name === open}
                  standing={standingOf(row.name)}
                  hasStandings={hasStandings}
                />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
};
