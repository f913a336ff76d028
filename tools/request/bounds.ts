// Refuses arguments that are too much, or could not be sent as they are, before any work that grows with them.
import { deepest } from '../places.ts';
import { holdsMark } from '../secrets/redaction-mark.ts';

// Nothing in DigitalOcean's API takes nearly as much (user data: 64 KiB), more values or deeper ones.
const longest = 1_048_576;
const mostValues = 3_000;
const longestName = 1024;

// Half a character, which JSON can carry and UTF-8 cannot.
const half = /\p{Surrogate}/u;

/** What a walk over arguments has counted so far. */
interface Count {
  text: number;
  values: number;
}

const ofText = (text: string, count: Count): string | undefined => {
  count.text += text.length;
  if (count.text > longest) return `the arguments hold more than ${longest} characters of text`;
  if (half.test(text))
    return 'an argument holds half a character (a lone surrogate); send whole ones';
  if (holdsMark(text))
    return 'an argument contains a redaction mark; send the real value, or leave the field out';
  return undefined;
};

const ofValue = (value: unknown, depth: number, count: Count): string | undefined => {
  count.values += 1;
  if (count.values > mostValues) return `the arguments hold more than ${mostValues} values`;
  if (typeof value === 'string') return ofText(value, count);
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= deepest) return `the arguments are nested deeper than ${deepest} levels`;
  if (Array.isArray(value)) {
    for (const element of value) {
      const problem = ofValue(element, depth + 1, count);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (name.length > longestName) return `a name has more than ${longestName} characters`;
    const problem = ofText(name, count) ?? ofValue(inner, depth + 1, count);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/** Why arguments are not even looked at, in a sentence, or undefined when they may be. Stops at the first reason. */
export const tooMuch = (given: unknown): string | undefined =>
  ofValue(given, 0, { text: 0, values: 0 });
