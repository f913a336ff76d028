// Shapes a list item by item, as its items arrive: what is not shown is dropped, and what does not fit is counted.

import { columnsOf } from '../columns.ts';
import { isObject, type JsonObject } from '../json-object.ts';
import { conditionsIn } from '../request/where.ts';
import type { Arguments, Tool } from '../tool/tool.ts';
import { boundObject, longestAnswer } from './bounds.ts';
import { createFilter } from './filter.ts';
import { lengthWithin } from './measure.ts';
import { createPresenter } from './presenter.ts';
import type { Answer, Shaping } from './shaping.ts';
import { besideItems } from './siblings.ts';
import { asTable, rowOf } from './table.ts';

/** What is known of a list once it was read. */
export interface ListEnd {
  readonly siblings: JsonObject;
  readonly total: number | null;
  readonly after: string | null;
  readonly note?: string | undefined;
  /** The cursor that resumes at the item with this index. */
  readonly resumeAt: (index: number) => string | null;
}

/** An answer to a list that grows with its items. */
export interface ListAnswer {
  /** Whether the caller wants this item; undefined where it wants all. */
  readonly wants?: (item: unknown) => boolean;
  /** Takes the next item; false when it does not fit any more, nor will any after it. */
  take(item: unknown): boolean;
  /** The answer, once all items that were wanted have been offered. */
  finish(end: ListEnd): Answer;
}

// Room for cursor, notes and names around the items.
const ownRoom = 5000;
/** The share of an answer that what stands beside the items may take. */
const forSiblings = 1 / 6;

/** Whether items are shown as their columns tell, nothing being asked for by name. */
const isCompact = (given: Arguments): boolean => {
  const { fields, detail } = given;
  return detail !== 'full' && !(Array.isArray(fields) && fields.length > 0);
};

/** Said of a list of which only a part may be seen. */
const onlyGiven = 'Only what this agent was given is listed and counted.';

/** Begins the answer to a list. Items are shown and cleaned as they come; only what is shown is kept. */
export const startList = (
  tool: Tool,
  given: Arguments,
  options: Shaping & {
    /** The longest answer, in characters of JSON. */
    readonly longest?: number;
    /** Which items whoever calls was given; absent: all. */
    readonly shows?: (item: unknown) => boolean;
  },
): ListAnswer => {
  const { longest = longestAnswer, shows } = options;
  const presenter = createPresenter(tool.endpoint, given, options.allowSecrets, options.keeper);
  const items: unknown[] = [];
  const columns = isCompact(given) ? columnsOf(tool.endpoint.view) : [];
  const rowLength = (item: unknown, length: number): number =>
    columns.length > 0 && isObject(item)
      ? (lengthWithin(rowOf(item, columns), longest) ?? length)
      : length;
  const conditions = conditionsIn(given['where']);
  const filter =
    conditions.length === 0
      ? undefined
      : createFilter(tool.endpoint, conditions, options.allowSecrets);
  let lookedAt = 0;
  let room = longest - Math.min(ownRoom, longest / 4);
  let isFull = false;

  const take = (item: unknown): boolean => {
    if (isFull) return false;
    const picked = presenter.pick(item);
    const length = lengthWithin(picked, room);
    // At least one item is always shown, in part if need be, so that every answer leads on.
    isFull = length === undefined && items.length > 0;
    if (isFull) return false;
    const shown = length === undefined && isObject(picked) ? boundObject(picked, room) : picked;
    const clean = presenter.clean(length === undefined && !isObject(picked) ? null : shown);
    const formed = presenter.form(clean);
    items.push(formed);
    // In a table the names stand once.
    room -= length === undefined ? room : rowLength(formed, length);
    return true;
  };

  return {
    take,
    ...((filter ?? shows) && {
      wants: (item: unknown) => {
        if (shows && !shows(item)) return false;
        lookedAt += 1;
        return filter ? filter(item) : true;
      },
    }),
    finish: (end) => {
      // What stands beside the items may tell of those that are not shown.
      const beside = besideItems(shows ? {} : end.siblings, longest * forSiblings);
      const siblings = presenter.clean(beside.siblings);
      const notes = [
        isFull
          ? `No more than these ${items.length} items fit into one answer; pass after to go on, or ask for fewer fields.`
          : end.note,
        beside.note,
        presenter.advice(),
        shows && onlyGiven,
      ].filter((note) => note !== undefined);
      const after = isFull ? end.resumeAt(items.length) : end.after;
      const isWhole = after === null && given['after'] === undefined;
      return {
        ...asTable(items, columns),
        returned: items.length,
        ...(filter && { looked_at: lookedAt }),
        // How many fulfil the conditions is only known when all were seen.
        total: filter || shows ? (isWhole ? items.length : null) : end.total,
        after,
        ...(isObject(siblings) && siblings),
        ...(notes.length > 0 && { note: notes.join(' ') }),
      };
    },
  };
};
