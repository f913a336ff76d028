// The record, live: what agents called and what became of it, newest first.
import { useCallback, useMemo } from 'preact/hooks';
import { Empty, Failure, Waiting } from '../../parts/states.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { addressOf, go } from '../../state/address.ts';
import { words } from '../../words.ts';
import { callsIn, chosenCalls } from './calls.ts';
import { CallDetails } from './details.tsx';
import { changed, RecordFilters } from './filters.tsx';
import { useRecord } from './follow.ts';
import { RecordTable } from './table.tsx';
import { RecordTools } from './tools.tsx';

const own = words.record;

/** What the server filters by; the rest is told by both lines of a change, which the page puts together. */
const askedFor = (query: URLSearchParams): string =>
  new URLSearchParams(
    [...query].filter(([name]) => ['agent', 'tool', 'since'].includes(name)),
  ).toString();

/** The page. */
const RecordedPage = ({ query, session }: PageProps) => {
  const view = changed(query, 'call', '').toString();
  const filters = askedFor(query);
  const { page, lines, hasMore, isFull, isFetching, trouble, fetchMore, again } =
    useRecord(filters);
  const effect = query.get('effect') ?? '';
  const outcome = query.get('outcome') ?? '';
  const all = useMemo(() => callsIn(lines), [lines]);
  const calls = useMemo(() => chosenCalls(all, effect, outcome), [all, effect, outcome]);
  const onEnd = useCallback(() => {
    if (hasMore && !isFetching) fetchMore();
  }, [hasMore, isFetching, fetchMore]);
  const hrefOf = useCallback(
    (id: string) => addressOf('record', changed(new URLSearchParams(view), 'call', id)),
    [view],
  );
  const close = useCallback(() => go(addressOf('record', new URLSearchParams(view))), [view]);
  const open = query.get('call') ?? '';
  if (page?.none)
    return (
      <>
        <h1>{own.title}</h1>
        <Empty>{own.none[page.none](session.server.sandbox)}</Empty>
      </>
    );
  return (
    <div class={open === '' ? 'record-page' : 'record-page with-details'}>
      <div class="record-calls">
        <div class="head">
          <h1>{own.title}</h1>
          <p role="status">
            {page && own.shown(calls.length, hasMore)} {page?.isReplica && own.thisReplica}
          </p>
        </div>
        <RecordFilters query={query} calls={all} />
        <RecordTools filters={filters} />
        {trouble !== null && <Failure message={trouble} again={again} />}
        {!page && trouble === null && <Waiting />}
        {page && calls.length === 0 && !hasMore && <Empty>{own.nothing}</Empty>}
        {page && (calls.length > 0 || hasMore) && (
          <RecordTable calls={calls} open={open} hrefOf={hrefOf} onEnd={onEnd} />
        )}
        {hasMore && (
          <button type="button" class="quiet" disabled={isFetching} onClick={fetchMore}>
            {own.older}
          </button>
        )}
        {isFull && <p class="muted">{own.full}</p>}
      </div>
      {open !== '' && (
        <CallDetails
          id={open}
          ended={all.find(({ id }) => id === open)?.outcome ?? ''}
          onClose={close}
        />
      )}
    </div>
  );
};

export default RecordedPage;
