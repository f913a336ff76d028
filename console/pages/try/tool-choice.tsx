// Finds a tool with the search of the map, by name, path, or what is to be done.
import { useState } from 'preact/hooks';
import type { PermissionMap, SearchResult } from '../../../src/console/map/row.ts';
import { Link } from '../../parts/link.tsx';
import { EffectMark } from '../../parts/marks.tsx';
import { addressOf } from '../../state/address.ts';
import { useData } from '../../state/data.ts';
import { useLater } from '../../state/later.ts';
import { words } from '../../words.ts';
import { changed, filtersIn, isLiteral, shownRows } from '../map/filters.ts';

const own = words.trying;

/** How long nobody types before the server is asked, in milliseconds. */
const pause = 150;

/** Tools that are shown at most. */
const mostShown = 12;

const unknown = (): undefined => undefined;

interface ToolChoiceProps {
  readonly map: PermissionMap;
  readonly query: URLSearchParams;
}

/** A field, and what it finds. */
export const ToolChoice = ({ map, query }: ToolChoiceProps) => {
  const [text, setText] = useState('');
  const wish = useLater(text.trim(), pause);
  const isWish = wish !== '' && !isLiteral(wish);
  const found = useData<SearchResult>(isWish ? `search?for=${encodeURIComponent(wish)}` : null);
  const names = found.state === 'here' && wish === text.trim() ? found.value.names : null;
  const filters = filtersIn(new URLSearchParams({ q: text }));
  const rows = text.trim() === '' ? [] : shownRows(map.rows, filters, unknown, names);
  const chosen = query.get('tool');
  return (
    <search class="tool-choice">
      <label for="tool">{own.tool}</label>
      <input
        id="tool"
        type="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        placeholder={own.toolHint}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      {text.trim() !== '' && rows.length === 0 && <p class="muted">{own.nothing}</p>}
      <ul>
        {rows.slice(0, mostShown).map(({ name, title, effect }) => (
          <li key={name}>
            <Link
              href={addressOf('try', changed(query, 'tool', name))}
              aria-current={name === chosen ? 'true' : undefined}
            >
              <code>{name}</code>
            </Link>{' '}
            <EffectMark effect={effect} /> <span class="muted">{title}</span>
          </li>
        ))}
      </ul>
    </search>
  );
};
