// Shapes a list item by item, as its items arrive: what is not shown is dropped, and what does not fit is counted.
import { isObject, type JsonObject } from '../json-object.ts';
import type { Arguments, Tool } from '../tool/tool.ts';
import { boundObject, longestAnswer } from './bounds.ts';
import { lengthWithin } from './measure.ts';
import { createPresenter } from './presenter.ts';
import type { Answer, Shaping } from './shaping.ts';
import { besideItems } from './siblings.ts';

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
  /** Takes the next item; false when it does not fit any more, nor will any after it. */
  take(item: unknown): boolean;
  /** The answer, once all items that were wanted have been offered. */
  finish(end: ListEnd): Answer;
}

// Room for cursor, notes and names around the items.
const ownRoom = 5000;
/** The share of an answer that what stands beside the items may take. */
const forSiblings = 1 / 6;

/** Begins the answer to a list. Items are shown and cleaned as they come; only what is shown is kept. */
export const startList = (
  tool: Tool,
  given: Arguments,
  options: Shaping & {
    /** The longest answer, in characters of JSON. */
    readonly longest?: number;
  },
): ListAnswer => {
  const longest = options.longest ?? longestAnswer;
  const presenter = createPresenter(tool.endpoint, given, options.allowSecrets);
  const items: unknown[] = [];
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
    items.push(clean);
    room -= length ?? room;
    return true;
  };

  return {
    take,
    finish: (end) => {
      const beside = besideItems(end.siblings, longest * forSiblings);
      const siblings = presenter.clean(beside.siblings);
      const notes = [
        isFull
          ? `No more than these ${items.length} items fit into one answer; pass after to go on, or ask for fewer fields.`
          : end.note,
        beside.note,
        presenter.advice(),
      ].filter((note) => note !== undefined);
      return {
        items,
        returned: items.length,
        total: end.total,
        after: isFull ? end.resumeAt(items.length) : end.after,
        ...(isObject(siblings) && siblings),
        ...(notes.length > 0 && { note: notes.join(' ') }),
      };
    },
  };
};
