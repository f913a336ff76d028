// Collects a list over as many pages as are needed, and knows where it goes on.
import type { Paging } from '../../../scope-map/endpoint.ts';
import { valueAt } from '../../../tools/places.ts';
import type { Send } from '../attempts/road.ts';
import type { ApiCall, ApiReply, CallContext, ListReply, ListStop } from '../client.ts';
import { ApiFailure, type FailureCode, type Trouble } from '../failures.ts';
import type { ClientParts } from '../parts.ts';
import { startDeadline } from '../wire/deadlines.ts';
import { type CursorSeals, type Place, readCursor, writeCursor } from './cursor.ts';
import { firstPage, onward, queryOf } from './pages.ts';

/** How much of a list is wanted. */
export interface Bounds {
  readonly maxItems: number;
  readonly after?: string;
}

type Json = Readonly<Record<string, unknown>>;

// What tells items apart where DigitalOcean gives no id: access keys, slugs, URNs, and names of domains and tags.
const identities = ['id', 'uuid', 'urn', 'slug', 'access_key', 'name'] as const;

/** What tells an item from all others of its list, or null. */
export const identityOf = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null) return null;
  for (const name of identities) {
    const value = (item as Json)[name];
    if (typeof value === 'string' || typeof value === 'number') return `${name}:${value}`;
  }
  return null;
};

/** Failures after which the items so far are worth having, since only patience was missing. */
const partialCodes: ReadonlySet<FailureCode> = new Set([
  'wait_too_long',
  'quota_exhausted',
  'timeout',
  'unreachable',
]);

const itemsIn = (body: unknown, key: string, reply: ApiReply): readonly unknown[] => {
  const items = (body as Json | undefined)?.[key];
  // Services written in Go leave an empty list out or send null.
  if (items === undefined || items === null) return [];
  if (Array.isArray(items)) return items;
  throw new ApiFailure({
    code: 'bad_reply',
    trouble: { kind: 'no_list', key },
    status: reply.status,
    requestId: reply.requestId,
  });
};

const siblingsOf = (body: unknown, key: string, paging: Paging): Json => {
  const bookkeeping = new Set([key, 'links', 'meta']);
  if (paging.style === 'numbered')
    for (const name of [paging.pages, 'page', 'total', 'total_items', 'current_page'])
      bookkeeping.add(name);
  return Object.fromEntries(
    Object.entries((body ?? {}) as Json).filter(([name]) => !bookkeeping.has(name)),
  );
};

const totalOf = (body: unknown, paging: Paging, items: number): number | null => {
  const total =
    valueAt(body, 'meta.total') ?? valueAt(body, 'total') ?? valueAt(body, 'total_items');
  if (typeof total === 'number') return total;
  return paging.style === 'none' ? items : null;
};

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
  const { key, paging } = promised;
  const filters = call.request.query;
  const home = { origin: parts.origin, path: parts.address(call.request.path, []).pathname };

  const items: unknown[] = [];
  /** Page and index of each item, so that a cursor can point at any of them. */
  const places: { page: string; index: number }[] = [];
  const seenItems = new Set<string>();
  const seenPages = new Set<string>();
  let first: { siblings: Json; total: number | null; requestId: string | null } | undefined;
  let place: Place | null =
    bounds.after === undefined
      ? { page: firstPage(paging, filters, bounds.maxItems), skip: 0, last: null }
      : readCursor(bounds.after, call, seals);
  let stopped: ListStop | undefined;
  let barren = 0;

  const lastIdentity = (): string | null => (items.length === 0 ? null : identityOf(items.at(-1)));

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
        stopped = stopFor(error, items.length, deadline.passed && !context.signal.aborted);
        if (stopped === undefined) throw error;
        break;
      }
      const page = itemsIn(reply.body, key, reply);
      first ??= {
        siblings: siblingsOf(reply.body, key, paging),
        total: totalOf(reply.body, paging, page.length),
        requestId: reply.requestId,
      };
      const before = items.length;
      const known = new Set(seenItems);
      let index = resumeIn(page, here);
      for (; index < page.length && items.length < bounds.maxItems; index += 1) {
        const item = page[index];
        const identity = identityOf(item);
        if (identity !== null) {
          // Items shift between pages while others are created; within one page they are what they are.
          if (known.has(identity)) continue;
          seenItems.add(identity);
        }
        items.push(item);
        places.push({ page: here.page, index });
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
      barren = items.length > before ? 0 : barren + 1;
      if (barren >= parts.limits.barrenPages)
        throw endless({ kind: 'barren_pages', pages: barren });
    }
  } finally {
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
    resumeAt: (index) => {
      const at = places[index];
      if (at === undefined) return after;
      const last = index > 0 ? identityOf(items[index - 1]) : null;
      return cursorAt({ page: at.page, skip: at.index, last });
    },
  };
};

/** Why the items so far are the answer after this error, or undefined when it is none. */
const stopFor = (error: unknown, items: number, isOver: boolean): ListStop | undefined => {
  if (items === 0 || !(error instanceof ApiFailure)) return undefined;
  if (isOver) return { why: 'deadline' };
  return partialCodes.has(error.code) ? { why: 'failure', failure: error } : undefined;
};
