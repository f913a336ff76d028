// Collects a list over as many pages as are needed, and knows where it goes on.
import type { Send } from '../attempts/road.ts';
import type { ApiCall, ApiReply, CallContext, ListReply, ListStop } from '../client.ts';
import { ApiFailure, type FailureCode, type Trouble } from '../failures.ts';
import type { ClientParts } from '../parts.ts';
import { startDeadline } from '../wire/deadlines.ts';
import { type CursorSeals, type Place, readCursor, writeCursor } from './cursor.ts';
import { identityOf, itemsIn, siblingsOf, totalOf } from './list-body.ts';
import { firstPage, onward, queryOf } from './pages.ts';
import { smallerPage } from './smaller-pages.ts';

/** How much of a list is wanted. */
export interface Bounds {
  readonly maxItems: number;
  readonly after?: string;
  /**
   * What is kept of an item as it arrives; the rest of it is dropped. Undefined: this one does not fit any more, and
   * the list ends before it. Absent: items are kept as they are.
   */
  readonly take?: (item: unknown) => unknown;
  /** Whether an item is wanted; the others are passed over. Absent: all are. */
  readonly wants?: (item: unknown) => boolean;
}

/** Items that are looked at in one call, wanted or not. */
const mostLookedAt = 10_000;

/** Failures after which the items so far are worth having, since only patience was missing. */
const partialCodes: ReadonlySet<FailureCode> = new Set([
  'wait_too_long',
  'quota_exhausted',
  'timeout',
  'unreachable',
  'memory_full',
]);

/** What is left of an item that was shaped as it arrived, with its place, in bytes. */
const shapedWeight = 512;

const endless = (trouble: Trouble): ApiFailure =>
  new ApiFailure({ code: 'endless_pages', trouble });

/** Where the first unread item of a resumed page stands: after the last one given, wherever that is now. */
const resumeIn = (items: readonly unknown[], place: Place): number => {
  const moved =
    place.last === null ? -1 : items.findIndex((item) => identityOf(item) === place.last);
  return moved >= 0 ? moved + 1 : place.skip;
};

/**
 * Reads a list from its beginning or from `after` on, until `maxItems` are there.
 * @throws {ApiFailure} `bad_cursor`, `endless_pages`, and everything that sending can throw. When only patience is
 * missing in the middle of a list, the items so far are answered with the reason instead.
 */
export const collectList = async (
  call: ApiCall,
  bounds: Bounds,
  context: CallContext,
  send: Send,
  parts: ClientParts,
  seals: CursorSeals,
): Promise<ListReply> => {
  const { reply: promised } = call.endpoint;
  if (promised.kind !== 'list')
    throw new TypeError(`${call.endpoint.id} does not answer with a list`);
  const { key, paging, map } = promised;
  const filters = call.request.query;
  const home = { origin: parts.origin, path: parts.address(call.request.path, []).pathname };

  const items: unknown[] = [];
  /** Page, index and identity of each item, so that a cursor can point at any of them. */
  const places: { page: string; index: number; identity: string | null }[] = [];
  /** The page on which each item was met first. */
  const seenItems = new Map<string, number>();
  const seenPages = new Set<string>();
  let first: Pick<ListReply, 'siblings' | 'total' | 'requestId'> | undefined;
  let place: Place | null =
    bounds.after === undefined
      ? {
          page: firstPage(paging, filters, bounds.wants ? mostLookedAt : bounds.maxItems),
          skip: 0,
          last: null,
        }
      : readCursor(bounds.after, call, seals);
  let stopped: ListStop | undefined;
  let barren = 0;
  let attempts = 0;

  /** Identity of the last item that was kept or passed over: the list goes on behind it. */
  let lastLooked: string | null = null;
  let lookedAt = 0;
  const lastIdentity = (): string | null => lastLooked;

  const principal = context.principal ?? '';
  const memory = parts.memory.open(principal);
  const keep = bounds.take ?? ((item: unknown): unknown => item);
  const deadline = startDeadline(parts.clock, context.signal, parts.limits.callMs);
  try {
    while (place !== null) {
      if (seenPages.has(place.page)) throw endless({ kind: 'circle' });
      if (seenPages.size >= parts.limits.pages) {
        stopped = { why: 'pages', pages: seenPages.size };
        break;
      }
      seenPages.add(place.page);
      const here: Place = place;
      let reply: ApiReply;
      try {
        const page = call.withQuery(queryOf(here.page));
        reply = await send(page, { ...context, signal: deadline.signal });
      } catch (error) {
        const smaller = isTooLarge(error) ? smallerPage(paging, here) : undefined;
        if (smaller) {
          place = smaller;
          continue;
        }
        stopped = stopFor(error, items.length, deadline.passed && !context.signal.aborted);
        if (stopped === undefined) throw error;
        break;
      }
      attempts += reply.attempts ?? 1;
      const page = itemsIn(reply, key, map);
      // Items that are kept whole hold what they weigh; of those that are shaped little is left.
      const weight = bounds.take
        ? shapedWeight
        : Math.ceil((reply.weight ?? 0) / Math.max(1, page.length));
      first ??= {
        siblings: siblingsOf(reply.body, key, paging),
        total: totalOf(reply.body, paging, page.length),
        requestId: reply.requestId,
      };
      const before = lookedAt;
      const slices = parts.processor.slices(principal);
      let index = resumeIn(page, here);
      for (; index < page.length && items.length < bounds.maxItems; index += 1) {
        if (slices.isDue) await slices.next();
        const item = page[index];
        const identity = identityOf(item);
        if (identity !== null) {
          // Items shift between pages while others are created; within one page they are what they are.
          const metOn = seenItems.get(identity);
          if (metOn !== undefined && metOn < seenPages.size) continue;
          seenItems.set(identity, seenPages.size);
        }
        if (bounds.wants && !bounds.wants(item)) {
          lookedAt += 1;
          lastLooked = identity;
          continue;
        }
        if (!memory.take(weight)) {
          if (items.length === 0) throw new ApiFailure({ code: 'memory_full' });
          stopped = { why: 'memory' };
          break;
        }
        const kept = keep(item);
        if (kept === undefined) break;
        items.push(kept);
        lookedAt += 1;
        lastLooked = identity;
        places.push({ page: here.page, index, identity });
      }
      if (index < page.length) {
        place = { page: here.page, skip: index, last: lastIdentity() };
        break;
      }
      const next = onward(
        paging,
        here.page,
        { body: reply.body, items: page.length },
        filters,
        home,
      );
      if (next.kind === 'elsewhere') {
        stopped = { why: 'elsewhere', place: next.host };
        place =
          next.page === null
            ? null
            : { page: next.page, skip: 0, last: lastIdentity() ?? here.last };
        break;
      }
      place =
        next.kind === 'end'
          ? null
          : { page: next.page, skip: 0, last: lastIdentity() ?? here.last };
      if (items.length >= bounds.maxItems) break;
      if (place !== null && bounds.wants && lookedAt >= mostLookedAt) {
        stopped = { why: 'looked', items: lookedAt };
        break;
      }
      barren = lookedAt > before ? 0 : barren + 1;
      if (barren >= parts.limits.barrenPages)
        throw endless({ kind: 'barren_pages', pages: barren });
    }
  } finally {
    memory.end();
    deadline.end();
  }

  const cursorAt = (at: Place): string => writeCursor(at, call, seals);
  const after = place === null ? null : cursorAt(place);
  return {
    items,
    siblings: first?.siblings ?? {},
    total: first?.total ?? null,
    after,
    ...(stopped !== undefined && { stopped }),
    requestId: first?.requestId ?? null,
    attempts,
    resumeAt: (index) => {
      const at = places[index];
      if (at === undefined) return after;
      const last = places[index - 1]?.identity ?? null;
      return cursorAt({ page: at.page, skip: at.index, last });
    },
  };
};

const isTooLarge = (error: unknown): boolean =>
  error instanceof ApiFailure && error.trouble?.kind === 'too_large';

/** Why the items so far are the answer after this error, or undefined when it is none. */
const stopFor = (error: unknown, items: number, isOver: boolean): ListStop | undefined => {
  if (items === 0 || !(error instanceof ApiFailure)) return undefined;
  if (isOver) return { why: 'deadline' };
  return partialCodes.has(error.code) || isTooLarge(error)
    ? { why: 'failure', failure: error }
    : undefined;
};
