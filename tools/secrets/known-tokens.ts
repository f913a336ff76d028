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

const placesOf = (text: string, wanted: string): readonly Span[] => {
  const spans: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    spans.push({ start: at, end: at + wanted.length });
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
