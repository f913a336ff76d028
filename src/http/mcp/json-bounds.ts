// Measures JSON text before it is parsed, so that no body can make more work than its size allows.

/** How much a text of JSON may hold. */
export interface JsonBounds {
  /** Levels of lists and objects. */
  readonly depth: number;
  /** Values and keys, roughly: what stands between brackets, commas and colons. */
  readonly parts: number;
}

/** Far more than any call needs; parsing and checking this many takes a few milliseconds. */
export const usualJsonBounds: JsonBounds = { depth: 64, parts: 40_000 };

const quote = 34;
const backslash = 92;
const comma = 44;
const colon = 58;
const openList = 91;
const closeList = 93;
const openObject = 123;
const closeObject = 125;

/** Why a text is over the bounds, in a sentence; undefined when it is within, whether it is JSON or not. */
export const overBounds = (text: string, { depth, parts }: JsonBounds): string | undefined => {
  let level = 0;
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === quote) {
      index = text.indexOf('"', index + 1);
      while (index > 0 && isEscaped(text, index)) index = text.indexOf('"', index + 1);
      if (index < 0) return undefined;
    } else if (character === openList || character === openObject) {
      level += 1;
      count += 1;
      if (level > depth) return `The body is nested deeper than ${depth} levels.`;
    } else if (character === closeList || character === closeObject) level -= 1;
    else if (character === comma || character === colon) count += 1;
    if (count > parts) return `The body holds more than ${parts} values.`;
  }
  return undefined;
};

const isEscaped = (text: string, index: number): boolean => {
  let slashes = 0;
  while (text.charCodeAt(index - 1 - slashes) === backslash) slashes += 1;
  return slashes % 2 === 1;
};
