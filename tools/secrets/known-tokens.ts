// Finds tokens that are known, in any spelling under which they may come back.
import { readings } from './escapes.ts';
import type { Span } from './span.ts';

// A sandbox token is a plain word; only what is long enough to be a secret is looked for.
const shortest = 12;

/** A token in base64 as it stands within a longer text, at each of the three places where it can begin. */
const inBase64 = (token: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.from(`${'x'.repeat(before)}${token}`).toString('base64');
    // Letters at both ends hold bits of the neighbours.
    const start = Math.ceil((before * 4) / 3);
    const end = Math.floor(((before + Buffer.byteLength(token)) * 4) / 3);
    return encoded.slice(start, end);
  });

const spellings = (token: string): readonly string[] => {
  const base64 = inBase64(token);
  return [
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    Buffer.from(token).toString('hex'),
    Buffer.from(token).toString('hex').toUpperCase(),
  ];
};

// So much of a token's beginning or end gives it away; a shorter token is looked for as a whole.
const telling = 20;

/** Where a text stands in another: all of it, or as much of its beginning or its end as is there. */
const placesOf = (text: string, wanted: string): readonly Span[] => {
  const spans: Span[] = [];
  const size = Math.min(telling, wanted.length);
  const head = wanted.slice(0, size);
  for (let at = text.indexOf(head); at >= 0; ) {
    let end = at + size;
    while (end - at < wanted.length && text[end] === wanted[end - at]) end += 1;
    spans.push({ start: at, end });
    at = text.indexOf(head, end);
  }
  const tail = wanted.slice(-size);
  for (let at = text.indexOf(tail); at >= 0; ) {
    const end = at + size;
    let start = at;
    while (
      end - start < wanted.length &&
      start > 0 &&
      text[start - 1] === wanted.at(start - 1 - end)
    )
      start -= 1;
    spans.push({ start, end });
    at = text.indexOf(tail, end);
  }
  return spans;
};

/** Finds tokens in a text. */
export type TokenFinder = (text: string) => readonly Span[];

/**
 * A finder of these tokens: as they are, in capitals or small letters, percent-encoded, escaped, in base64 and in
 * hexadecimal. Tokens shorter than a secret are left alone.
 */
export const tokenFinder = (tokens: readonly string[]): TokenFinder => {
  const long = [...new Set(tokens)].filter((token) => token.length >= shortest);
  const plain = long.map((token) => token.toLowerCase());
  const encoded = [...new Set(long.flatMap(spellings))];
  return (text) => {
    if (plain.length === 0) return [];
    return readings(text).flatMap(({ text: read, at }) => {
      const small = read.toLowerCase();
      // Some letters change their length with their case; then places would be wrong.
      const searched = small.length === read.length ? small : read;
      const spans = [
        ...plain.flatMap((token) => placesOf(searched, token)),
        ...encoded.flatMap((spelling) => placesOf(read, spelling)),
      ];
      if (!at) return spans;
      return spans.map(({ start, end }) => ({
        start: at[start] ?? start,
        end: at[end] ?? text.length,
      }));
    });
  };
};
