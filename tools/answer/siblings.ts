// What stands beside a list in a reply: kept beside the items, within bounds, and never in place of what is ours.
import { shortened } from '../cut-text.ts';
import { isObject, type JsonObject } from '../json-object.ts';
import { lengthWithin } from './measure.ts';

/** Names that an answer to a list has itself. */
const ours: ReadonlySet<string> = new Set([
  'items',
  'columns',
  'returned',
  'total',
  'after',
  'looked_at',
  'note',
  'next',
  'account',
  'error',
  'beside',
  'untrusted',
]);

const most = 50;
const mostNamed = 10;
const longestName = 64;

/** Siblings under their own names, those that have one of ours under `beside`, and what was left out. */
export interface Beside {
  readonly siblings: JsonObject;
  readonly note?: string;
}

/**
 * What of a list's siblings is shown.
 * @param longest characters of JSON that they may take together
 */
export const besideItems = (siblings: unknown, longest: number): Beside => {
  const entries = isObject(siblings) ? Object.entries(siblings) : [];
  const kept: Record<string, unknown> = {};
  const beside: Record<string, unknown> = {};
  const leftOut: string[] = [];
  let room = longest;
  for (const [index, [name, value]] of entries.entries()) {
    const length = index < most ? lengthWithin({ [name]: value }, room) : undefined;
    if (length === undefined) {
      leftOut.push(name);
      continue;
    }
    room -= length;
    Object.defineProperty(ours.has(name) ? beside : kept, name, { value, enumerable: true });
  }
  const named = leftOut.slice(0, mostNamed).map((name) => shortened(name, longestName));
  const more = leftOut.length > named.length ? ` and ${leftOut.length - named.length} more` : '';
  return {
    siblings: { ...kept, ...(Object.keys(beside).length > 0 && { beside }) },
    ...(leftOut.length > 0 && {
      note: `What stands beside the list was too long and was left out: ${named.join(', ')}${more}.`,
    }),
  };
};
