// A page of the record, the newest line first: so many lines, after so much reading, and where the next one begins.
import { setImmediate } from 'node:timers/promises';
import { isObject } from '../../../tools/json-object.ts';
import type { Place } from '../place.ts';
import { parsedLine } from '../read-lines.ts';
import type { Choice, Recorded } from './choose.ts';
import { newestFirst } from './newest-first.ts';

/** What is wanted of a record. */
export interface PageWanted {
  readonly choice: Choice;
  /** Only lines that are older; null: from the newest on. */
  readonly before: string | null;
  /** Only lines that are not older; null: however old. */
  readonly after: string | null;
  /** Lines and bytes of lines after which the page ends; lines of one moment stay together. */
  readonly most: { readonly lines: number; readonly bytes: number };
  /** Whose calls may be told, by the id of the account; null: everybody's. */
  readonly isOurs: ((account: string) => boolean) | null;
}

/** What was found. */
export interface LinesPage {
  /** The newest first. */
  readonly lines: readonly Recorded[];
  /** Before when the next page looks; null at the end of the record, or of what was wanted. */
  readonly more: string | null;
}

/** Lines that are looked at for one page, wanted or not. */
const mostLooks = 50_000;
/** After so many the others of this process have their turn. */
const turn = 1_000;

const accountOf = ({ account }: Recorded): string =>
  isObject(account) ? String(account['id']) : '';

/** Lets through whose calls may be told; the end of a change waits for its beginning, which tells whose it is. */
const sieve = (isOurs: PageWanted['isOurs']) => {
  const waiting = new Map<unknown, Recorded>();
  return {
    isWaiting: (): boolean => waiting.size > 0,
    passed: (line: Recorded): readonly Recorded[] => {
      if (isOurs === null) return [line];
      if (line['kind'] === 'outcome') {
        waiting.set(line['id'], line);
        return [];
      }
      const end = waiting.get(line['id']);
      waiting.delete(line['id']);
      if (!isOurs(accountOf(line))) return [];
      return end ? [end, line] : [line];
    },
  };
};

/**
 * Reads a page.
 * @throws what Node throws when a file cannot be read.
 */
export const pageOf = async (place: Place, wanted: PageWanted): Promise<LinesPage> => {
  const { choice, before, after, most, isOurs } = wanted;
  const lines: Recorded[] = [];
  const own = sieve(isOurs);
  let bytesKept = 0;
  let looks = 0;
  let last = '';
  for (const { at, bytes } of newestFirst(place, before)) {
    looks += 1;
    if (looks % turn === 0) await setImmediate();
    if (before !== null && at >= before) continue;
    if (after !== null && at < after) return { lines, more: null };
    const isFull = lines.length >= most.lines || bytesKept >= most.bytes || looks > mostLooks;
    if (isFull && at !== last && (!own.isWaiting() || looks > 2 * mostLooks))
      return { lines, more: last };
    last = at;
    const line = parsedLine(bytes);
    if (!line || !choice.isWanted(line)) continue;
    const passed = own.passed(line);
    lines.push(...passed);
    if (passed.length > 0) bytesKept += bytes.length;
  }
  return { lines, more: null };
};
