// Reads text as what it stands for when it is percent-encoded or escaped as in JSON, and knows where each piece stood.

/** A text, and where each of its characters begins in the text that it was read from. */
export interface Reading {
  readonly text: string;
  /** One place more than there are characters: the last is the end. Absent where both are the same text. */
  readonly at?: Uint32Array;
}

const escaped = /%[0-9a-f]{2}|\\u[0-9a-f]{4}|\\["\\/bfnrt]/gi;

const short: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const meaning = (code: string): string => {
  if (code.startsWith('%')) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  const letter = code[1] ?? '';
  if (letter === 'u') return String.fromCharCode(Number.parseInt(code.slice(2), 16));
  return short[letter] ?? letter;
};

/** The text with one layer of escapes read; the text itself where there are none. */
const once = (text: string): Reading => {
  const pieces: string[] = [];
  const at = new Uint32Array(text.length + 1);
  let length = 0;
  let from = 0;
  const copy = (to: number): void => {
    pieces.push(text.slice(from, to));
    for (let place = from; place < to; place++) at[length++] = place;
  };
  for (const { 0: code, index } of text.matchAll(escaped)) {
    copy(index);
    pieces.push(meaning(code));
    at[length++] = index;
    from = index + code.length;
  }
  if (from === 0) return { text };
  copy(text.length);
  at[length] = text.length;
  return { text: pieces.join(''), at };
};

// What is encoded more often than this is no accident, and read by nobody.
const mostLayers = 3;

/** The text as it is, and as it reads with one layer of escapes after the other taken off. */
export const readings = (text: string): readonly Reading[] => {
  const all: Reading[] = [{ text }];
  if (!text.includes('%') && !text.includes('\\')) return all;
  let last: Reading = { text };
  for (let layer = 0; layer < mostLayers; layer++) {
    const next = once(last.text);
    if (!next.at) break;
    const under = last.at;
    last = { text: next.text, at: under ? next.at.map((place) => under[place] ?? place) : next.at };
    all.push(last);
  }
  return all;
};
