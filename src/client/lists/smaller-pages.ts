// The same place of a list in smaller pages, for pages that are too large to be read at once.
import type { Paging } from '../../../scope-map/endpoint.ts';
import type { Place } from './cursor.ts';

/** By how much a page shrinks at least. */
const shrinking = 4;

/** The largest size that divides a size and is at least four times smaller. */
const smallerSize = (size: number): number => {
  for (let one = Math.floor(size / shrinking); one > 1; one -= 1) if (size % one === 0) return one;
  return 1;
};

/**
 * The page that begins where a page begins, or within it where some of its items were given already, in a smaller
 * size. Undefined where there is no smaller one: pages of one item, and lists that come whole.
 */
export const smallerPage = (paging: Paging, place: Place): Place | undefined => {
  if (paging.style === 'none') return undefined;
  const sizeName = paging.style === 'links' ? 'per_page' : paging.size;
  const query = new URLSearchParams(place.page);
  const size = Number(query.get(sizeName) ?? Number.NaN);
  if (!Number.isInteger(size) || size <= 1) return undefined;
  const smaller = smallerSize(size);
  query.set(sizeName, String(smaller));
  const number = Number(query.get('page') ?? 1);
  // Where a token tells the page, only its size changes: it begins at the same item.
  if (query.has('page_token')) return { ...place, page: query.toString() };
  if (!Number.isInteger(number) || number < 1) return undefined;
  const begins = (number - 1) * size + place.skip;
  query.set('page', String(Math.floor(begins / smaller) + 1));
  return { page: query.toString(), skip: begins % smaller, last: place.last };
};
