// The filters above the record; they stand in the address.
import { Choice } from '../../parts/choice.tsx';
import { addressOf, go } from '../../state/address.ts';
import { words } from '../../words.ts';
import { type Call, outcomes } from './calls.ts';

const own = words.record;

const times = ['', '1h', '24h', '7d', '30d'] as const;

/** The address's query with one setting changed; an empty value takes it out. */
export const changed = (query: URLSearchParams, name: string, value: string): URLSearchParams => {
  const next = new URLSearchParams(query);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
};

const namesIn = (calls: readonly Call[], name: 'agent' | 'tool'): readonly string[] =>
  [...new Set(calls.map((call) => call[name]))].toSorted();

/** The filters. */
export const RecordFilters = ({
  query,
  calls,
}: {
  query: URLSearchParams;
  calls: readonly Call[];
}) => {
  const set = (name: string, value: string): void =>
    go(addressOf('record', changed(changed(query, 'call', ''), name, value)), true);
  const any = ['', own.any] as const;
  const since = query.get('since') ?? '';
  const known: readonly string[] = times;
  return (
    <div class="record-filters">
      {(['agent', 'tool'] as const).map((name) => (
        <label key={name} class="choice">
          <span class="muted">{own.columns[name]}</span>
          <input
            type="search"
            list={`${name}s`}
            spellcheck={false}
            autocomplete="off"
            maxLength={100}
            placeholder={own.any}
            value={query.get(name) ?? ''}
            onChange={({ currentTarget }) => set(name, currentTarget.value.trim())}
          />
          <datalist id={`${name}s`}>
            {namesIn(calls, name).map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </label>
      ))}
      <Choice
        label={own.columns.effect}
        value={query.get('effect') ?? ''}
        options={[any, ...Object.entries(own.effects)]}
        onChoose={(value) => set('effect', value)}
      />
      <Choice
        label={own.columns.outcome}
        value={query.get('outcome') ?? ''}
        options={[any, ...outcomes.map((one) => [one, own.outcomes[one]] as const)]}
        onChoose={(value) => set('outcome', value)}
      />
      <Choice
        label={own.since}
        value={since}
        options={[...times, ...(known.includes(since) ? [] : [since])].map((one) => [
          one,
          own.sinceOf(one),
        ])}
        onChoose={(value) => set('since', value)}
      />
    </div>
  );
};
