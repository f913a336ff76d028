// Whose rights the map shows, and what their token grants.
import type { Standings } from '../../../src/console/map/row.ts';
import type { HolderView } from '../../../src/console/session-view.ts';
import { addressOf, go } from '../../state/address.ts';
import type { Data } from '../../state/data.ts';
import { words } from '../../words.ts';
import { changed } from './filters.ts';

interface HolderChoiceProps {
  readonly holders: readonly HolderView[];
  readonly holder: HolderView | undefined;
  readonly standings: Data<Standings>;
  readonly query: URLSearchParams;
}

/** A choice where there are several; else a sentence. */
export const HolderChoice = ({ holders, holder, standings, query }: HolderChoiceProps) => {
  if (!holder) return <p class="muted holder">{words.map.noHolder}</p>;
  const grant = standings.state === 'here' ? standings.value.grant : '';
  return (
    <p class="holder">
      {holders.length > 1 ? (
        <label>
          <span class="muted">{words.map.holder} </span>
          <select
            value={holder.id}
            onChange={({ currentTarget: { value } }) =>
              go(addressOf('map', changed(query, 'holder', value)))
            }
          >
            {holders.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <span class="muted">
          {words.map.holder} {holder.name}
        </span>
      )}
      {standings.state === 'failed' ? (
        <span role="alert"> {standings.message}</span>
      ) : (
        grant !== '' && <span> {words.map.grant(grant)}</span>
      )}
    </p>
  );
};
