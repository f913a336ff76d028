// What stands where in one page of a list: the items, what tells them apart, what is beside them.
import type { Paging } from '../../../scope-map/endpoint.ts';
import { valueAt } from '../../../tools/places.ts';
import type { ApiReply } from '../client.ts';
import { ApiFailure } from '../failures.ts';

type Json = Readonly<Record<string, unknown>>;

// What tells items apart where DigitalOcean gives no id: access keys, slugs, URNs, and names of domains and tags.
const identities = ['id', 'uuid', 'urn', 'slug', 'access_key', 'name'] as const;
const longestIdentity = 200;

/** What tells an item from all others of its list, or null. */
export const identityOf = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null) return null;
  for (const name of identities) {
    const value = (item as Json)[name];
    if (typeof value === 'string' || typeof value === 'number')
      return `${name}:${String(value).slice(0, longestIdentity)}`;
  }
  return null;
};

/**
 * The items of a page.
 * @param isMap the items are the values of a map.
 * @throws {ApiFailure} `bad_reply` when something else stands in their place.
 */
export const itemsIn = (reply: ApiReply, key: string, isMap = false): readonly unknown[] => {
  const items = (reply.body as Json | undefined)?.[key];
  // Services written in Go leave an empty list out or send null.
  if (items === undefined || items === null) return [];
  if (Array.isArray(items)) return items;
  if (isMap && typeof items === 'object') return Object.values(items);
  throw new ApiFailure({
    code: 'bad_reply',
    trouble: { kind: 'no_list', key },
    status: reply.status,
    requestId: reply.requestId,
  });
};

/** What stands beside the items, without the bookkeeping of pages. */
export const siblingsOf = (body: unknown, key: string, paging: Paging): Json => {
  const bookkeeping = new Set([key, 'links', 'meta']);
  if (paging.style === 'numbered')
    for (const name of [paging.pages, 'page', 'total', 'total_items', 'current_page'])
      bookkeeping.add(name);
  return Object.fromEntries(
    Object.entries((body ?? {}) as Json).filter(([name]) => !bookkeeping.has(name)),
  );
};

/** How many items the whole list has, where the reply tells. */
export const totalOf = (body: unknown, paging: Paging, items: number): number | null => {
  const total =
    valueAt(body, 'meta.total') ?? valueAt(body, 'total') ?? valueAt(body, 'total_items');
  if (typeof total === 'number') return total;
  return paging.style === 'none' ? items : null;
};
