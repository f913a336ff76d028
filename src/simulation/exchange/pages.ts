// Cuts a list into pages as DigitalOcean does: `links.pages` with absolute URLs and `meta.total`.
import { type Call, ok, type RouteReply } from './call.ts';

/** Page size when the caller names none, and the largest one (DigitalOcean's shared parameters). */
const usualSize = 20;
const largestSize = 200;

const positive = (text: string | null, fallback: number): number => {
  const value = text === null ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= 1 ? value : fallback;
};

/** One page of a list and where it lies. */
export const cutPage = <Item>(
  call: Call,
  items: readonly Item[],
  render: (item: Item) => unknown,
  /** What the link to the page before is called. */
  before = 'prev',
) => {
  const size = Math.min(positive(call.query.get('per_page'), usualSize), largestSize);
  const number = positive(call.query.get('page'), 1);
  const last = Math.max(1, Math.ceil(items.length / size));

  const address = (target: number): string => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(target));
    query.set('per_page', String(size));
    return `${call.origin}${call.pathname}?${query}`;
  };
  const pages: Record<string, string> = {};
  if (number > 1) {
    pages['first'] = address(1);
    pages[before] = address(Math.min(number - 1, last));
  }
  if (number < last) {
    pages['next'] = address(number + 1);
    pages['last'] = address(last);
  }
  return {
    shown: items.slice((number - 1) * size, number * size).map(render),
    links: Object.keys(pages).length > 0 ? { pages } : {},
    number,
    last,
  };
};

/**
 * Answers one page of `items` under `key`.
 *
 * @param render turns an item into its JSON; only asked for the items of the page.
 * @returns 200 with `links` and `meta`. Only links that make sense are there: no `first`/`prev` on the first page,
 * no `next`/`last` on the last one, and none at all when everything fits on one page.
 */
export const page = <Item>(
  call: Call,
  key: string,
  items: readonly Item[],
  render: (item: Item) => unknown,
  siblings: Readonly<Record<string, unknown>> = {},
): RouteReply => {
  const { shown, links } = cutPage(call, items, render);
  return ok({ [key]: shown, ...siblings, links, meta: { total: items.length } });
};
