// Finds stretches of text that may be base64, and reads them.
import type { Span } from './span.ts';

/** A stretch that may be base64, with what it may stand for. */
export interface Encoded {
  readonly span: Span;
  readonly texts: readonly string[];
}

const shortest = 20;
const run = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
// A stretch may begin within the encoded text's letters; beyond this length only its own beginning is tried.
const longestShifted = 8192;

// Text in base64 has letters of both cases; ids, slugs, digests and words have not.
const isPlausible = (text: string): boolean => /[A-Z]/.test(text) && /[a-z]/.test(text);

/** Whether a text is worth looking through; most are not. */
export const mayHoldBase64 = (text: string): boolean =>
  text.length >= shortest && isPlausible(text);

/** Every stretch that may be base64 or base64url, read from each of the places where it may begin. */
export const base64Runs = (text: string): readonly Encoded[] =>
  Array.from(text.matchAll(run)).flatMap(({ 0: found, index }) => {
    if (!isPlausible(found)) return [];
    const shifts = found.length <= longestShifted ? [0, 1, 2, 3] : [0];
    return [
      {
        span: { start: index, end: index + found.length },
        texts: shifts.map((shift) => Buffer.from(found.slice(shift), 'base64').toString('latin1')),
      },
    ];
  });
