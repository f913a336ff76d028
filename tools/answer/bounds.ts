// Keeps an answer within what a model can read: whole fields or whole lines are left out, and counted.
import { shortened } from '../cut-text.ts';
import { isPlain, shownEndOf, visible } from '../invisible/visible.ts';
import { lengthWithin } from './measure.ts';
import type { Answer } from './shaping.ts';

/** Longest answer in characters of JSON: about 20,000 tokens at three characters each. */
export const longestAnswer = 60_000;

// More fields than any object of DigitalOcean has; the rest is left out unread.
const mostFields = 1000;
const mostNamed = 50;
const longestName = 64;
/** Room for the names of what is left out, and the sentence about it. */
const reserve = mostNamed * (longestName + 4) + 300;

/**
 * An object that fits: when it is too long, its longest fields are left out by name until it does.
 * Objects that fit come back as they are. Takes time in proportion to `longest`, however long the object is.
 */
export const boundObject = (answer: Answer, longest: number = longestAnswer): Answer => {
  if (lengthWithin(answer, longest) !== undefined) return answer;
  const entries = Object.entries(answer);
  const measured = entries.slice(0, mostFields).map(([name, value]) => ({
    name,
    length: name.length > longest ? undefined : lengthWithin({ [name]: value }, longest),
  }));
  const kept = new Set<string>();
  let room = longest - reserve;
  for (const { name, length } of measured.toSorted(
    (a, b) => (a.length ?? Infinity) - (b.length ?? Infinity),
  )) {
    if (length === undefined || length > room) break;
    kept.add(name);
    room -= length;
  }
  const leftOut = entries.slice(0, mostFields).flatMap(([name]) => (kept.has(name) ? [] : [name]));
  const count = entries.length - kept.size;
  return {
    ...Object.fromEntries(entries.filter(([name]) => kept.has(name))),
    left_out: leftOut.slice(0, mostNamed).map((name) => shortened(name, longestName)),
    note: `The answer was too long: ${count} ${count === 1 ? 'field was' : 'fields were'} left out. Ask for parts of what was left out with fields, by dotted names.`,
  };
};

/**
 * The end of a text that is long (as it is shown), cut at a line, with a sentence saying how much is missing; short text
 * as it is.
 */
export const boundText = (
  text: string,
  longest: number = longestAnswer,
): { readonly text: string; readonly note?: string } => {
  if (text.length <= longest && (isPlain(text) || visible(text).length <= longest)) return { text };
  const tail = shownEndOf(text, longest);
  const lineEnd = tail.indexOf('\n');
  const kept = lineEnd >= 0 && lineEnd < tail.length - 1 ? tail.slice(lineEnd + 1) : tail;
  return {
    text: kept,
    note: `The first ${text.length - kept.length} characters were left out; this is the end of the text.`,
  };
};
