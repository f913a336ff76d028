// What a JSON text will cost once it is parsed, and how deep it goes: looked at before, because afterwards is too late.

/** What parsing would make of a text. */
export interface Measured {
  /** Estimated bytes of memory. */
  readonly weight: number;
  /** How deep objects and lists are nested. */
  readonly depth: number;
}

// What V8 keeps for each object or list, and for each value in it, roughly.
const perContainer = 56;
const perValue = 16;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;

/** Walks a text once; strings are passed over whole. */
export const measure = (text: string): Measured => {
  let depth = 0;
  let deepest = 0;
  let containers = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at += 1;
      while (at < text.length && text.charCodeAt(at) !== quote)
        at += text.charCodeAt(at) === backslash ? 2 : 1;
    } else if (code === comma) values += 1;
    else if (code === 0x7b || code === 0x5b) {
      containers += 1;
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return {
    weight: text.length + containers * perContainer + values * perValue,
    depth: deepest,
  };
};
