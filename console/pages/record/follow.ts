// The lines of the record that the page has: the newest, those that come, and older ones when they are wanted.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RecordLine, RecordPage } from '../../../src/console/record/record-view.ts';
import { ask } from '../../state/api.ts';
import { joined } from './calls.ts';

/** How often is asked what has come, in milliseconds; a page that nobody sees asks for nothing. */
const askEvery = 2_000;
/** Lines that a page holds; whoever wants to see further back filters. */
const mostLines = 20_000;

/** What the page has. */
export interface FollowedRecord {
  readonly page: RecordPage | undefined;
  readonly lines: readonly RecordLine[];
  /** Whether there are older lines that can be fetched. */
  readonly hasMore: boolean;
  readonly isFull: boolean;
  readonly trouble: string | null;
  readonly isFetching: boolean;
  readonly fetchMore: () => void;
  readonly again: () => void;
}

interface Held {
  readonly of: string;
  readonly page: RecordPage;
  readonly lines: readonly RecordLine[];
  readonly more: string | null;
}

const pathOf = (filters: string, name: string, time: string | undefined): string => {
  const query = new URLSearchParams(filters);
  if (time !== undefined) query.set(name, time);
  return `record?${query}`;
};

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * Follows the record.
 * @param filters agent, tool and since, as a query.
 */
export const useRecord = (filters: string): FollowedRecord => {
  const [held, setHeld] = useState<Held>();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isFetching, setFetching] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const now = useRef(held);
  now.current = held?.of === filters ? held : undefined;

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const known = now.current;
      const newest = known?.lines[0]?.at;
      try {
        if (!document.hidden || !known) {
          const page = await ask<RecordPage>(pathOf(filters, 'after', newest), { signal });
          const before = now.current;
          // So much has come that something between is missing: begin with the newest again.
          const isGap = newest === undefined || !before || page.more !== null;
          setHeld({
            of: filters,
            page,
            lines: isGap ? page.lines : joined(page.lines, before.lines),
            more: isGap ? page.more : before.more,
          });
          setTrouble(null);
        }
      } catch (error) {
        if (!signal.aborted) setTrouble(sentence(error));
      }
      if (!signal.aborted) timer = setTimeout(() => void look(), askEvery);
    };
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [filters, attempt]);

  const own = held?.of === filters ? held : undefined;
  const isFull = (own?.lines.length ?? 0) >= mostLines;
  const fetchMore = useCallback(() => {
    const from = now.current;
    if (!from || from.more === null) return;
    setFetching(true);
    ask<RecordPage>(pathOf(filters, 'before', from.more))
      .then(
        ({ lines, more }) =>
          setHeld((before) =>
            before?.of === filters
              ? { ...before, lines: joined(before.lines, lines), more }
              : before,
          ),
        (error: unknown) => setTrouble(sentence(error)),
      )
      .finally(() => setFetching(false));
  }, [filters]);

  return {
    page: own?.page,
    lines: own?.lines ?? [],
    hasMore: own !== undefined && own.more !== null && !isFull,
    isFull,
    trouble,
    isFetching,
    fetchMore,
    again: () => setAttempt((count) => count + 1),
  };
};
