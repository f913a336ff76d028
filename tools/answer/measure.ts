// Measures how long a value would be as JSON, and stops as soon as it is clear that it is too long.
import { unseenClass } from '../invisible/rule.ts';
import { opening, visible } from '../invisible/visible.ts';
import { deepest } from '../places.ts';

// Letters that JSON writes with more than one, and those that an answer shows by a mark.
const longer = new RegExp(`["\\\\${opening}${unseenClass}]`, 'u');

const ofText = (text: string): number =>
  longer.test(text) ? JSON.stringify(visible(text)).length : text.length + 2;

/** Characters that are left after a value; below zero when it does not fit. */
const after = (value: unknown, left: number, depth: number): number => {
  // Longer texts do not fit, whatever is escaped in them.
  if (typeof value === 'string') return value.length > left ? -1 : left - ofText(value);
  // What is nested deeper is cut off later on, and shorter then.
  if (typeof value === 'number') return left - String(value).length;
  if (typeof value !== 'object' || value === null || depth > deepest)
    return left - (JSON.stringify(typeof value === 'object' ? null : value)?.length ?? 4);
  let rest = left - 2;
  if (Array.isArray(value)) {
    for (const element of value) {
      rest = after(element, rest - 1, depth + 1);
      if (rest < 0) return -1;
    }
    return rest;
  }
  for (const [name, inner] of Object.entries(value)) {
    rest = after(inner, after(name, rest - 2, depth + 1), depth + 1);
    if (rest < 0) return -1;
  }
  return rest;
};

/**
 * How many characters of JSON a value takes (a few more than that, never less), or undefined when it takes more than
 * `longest`. Looks at no more of the value than that.
 */
export const lengthWithin = (value: unknown, longest: number): number | undefined => {
  const left = after(value, longest, 0);
  return left < 0 ? undefined : longest - left;
};
