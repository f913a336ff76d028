// How one page of a list leads to the next, in each of DigitalOcean's styles.

import type { Paging } from '../../../scope-map/endpoint.ts';
import { beginningOf } from '../../../tools/cut-text.ts';
import { valueAt } from '../../../tools/places.ts';

/** What a page says about the page after it. */
export type Onward =
  | { readonly kind: 'end' }
  /** The query of the next page. */
  | { readonly kind: 'page'; readonly page: string }
  /** The link leads somewhere else, where the token must not go; `page` is the page that it means, of this list. */
  | { readonly kind: 'elsewhere'; readonly host: string; readonly page: string | null };

type Query = readonly (readonly [string, string])[];

const smallestPage = 20;
/** Characters of a strange place that are told. */
const longestPlace = 100;

const text = (query: Query): string =>
  new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString();

/** The query of a list's first page: the caller's filters and a page size that fits what is wanted. */
export const firstPage = (paging: Paging, filters: Query, maxItems: number): string => {
  if (paging.style === 'none') return text(filters);
  // A few items more cost nothing, a further page costs a request of the quota.
  const size = String(Math.min(paging.largest, Math.max(maxItems, smallestPage)));
  return text(
    paging.style === 'links'
      ? [...filters, ['per_page', size]]
      : [...filters, ['page', '1'], [paging.size, size]],
  );
};

/** The pairs of a page's query. */
export const queryOf = (page: string): Query => [...new URLSearchParams(page)];

const withFilters = (link: URLSearchParams, filters: Query): string => {
  // Some lists forget the caller's filters in their links; without them the next page would be another list's.
  for (const name of new Set(filters.map(([one]) => one)))
    if (!link.has(name))
      for (const [own, value] of filters) if (own === name) link.append(own, value);
  return link.toString();
};

/** What tells pages apart; nothing else is taken from a link that leads elsewhere. */
const pageNames = ['page', 'page_token', 'per_page'];

/** The page that a strange link means, asked of this list at home; null when it does not say. */
const asOwn = (link: URL, filters: Query): string | null => {
  const own = pageNames.flatMap((name): [string, string][] => {
    const value = link.searchParams.get(name);
    return value === null || value.length > 500 ? [] : [[name, value]];
  });
  return own.some(([name]) => name !== 'per_page') ? text([...filters, ...own]) : null;
};

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');

/** Our own origin, also where a service behind a gateway writes its links with http although we came by https. */
const isAtHome = (next: URL, origin: string): boolean => {
  if (next.origin === origin) return true;
  const own = new URL(origin);
  return (
    own.protocol === 'https:' &&
    next.protocol === 'http:' &&
    next.hostname === own.hostname &&
    (next.port === own.port || next.port === portOf(own))
  );
};

const followLink = (
  body: unknown,
  filters: Query,
  home: { readonly origin: string; readonly path: string },
): Onward => {
  const link = valueAt(body, 'links.pages.next');
  if (typeof link !== 'string' || link === '') return { kind: 'end' };
  let next: URL;
  try {
    next = new URL(link, home.origin);
  } catch {
    return { kind: 'elsewhere', host: 'an address that cannot be read', page: null };
  }
  if (!isAtHome(next, home.origin))
    return {
      kind: 'elsewhere',
      host: beginningOf(next.host, longestPlace),
      page: asOwn(next, filters),
    };
  // Another path would be another endpoint, which nobody has allowed.
  if (next.pathname !== home.path)
    return {
      kind: 'elsewhere',
      host: `another path, ${beginningOf(next.pathname, longestPlace)}`,
      page: asOwn(next, filters),
    };
  return { kind: 'page', page: withFilters(next.searchParams, filters) };
};

const nextNumber = (
  paging: Extract<Paging, { style: 'numbered' }>,
  page: string,
  body: unknown,
  items: number,
): Onward => {
  const query = new URLSearchParams(page);
  const current = Number(query.get('page') ?? '1');
  const pages = Number(valueAt(body, paging.pages) ?? Number.NaN);
  // Where the reply does not say how many pages there are, a page that is not full is the last.
  const hasMore = Number.isNaN(pages)
    ? items > 0 && items >= Number(query.get(paging.size))
    : current < pages;
  if (!hasMore) return { kind: 'end' };
  query.set('page', String(current + 1));
  return { kind: 'page', page: query.toString() };
};

/**
 * Where the page after this one is. Links are followed, never built, and only on the API's own origin and the
 * list's own path; numbered pages are counted.
 */
export const onward = (
  paging: Paging,
  page: string,
  reply: { readonly body: unknown; readonly items: number },
  filters: Query,
  home: { readonly origin: string; readonly path: string },
): Onward => {
  switch (paging.style) {
    case 'none':
      return { kind: 'end' };
    case 'links':
      return followLink(reply.body, filters, home);
    case 'numbered':
      return nextNumber(paging, page, reply.body, reply.items);
  }
};
