// Finds private keys in PEM and PGP armour; certificates and public keys may be seen.
import type { Span } from './span.ts';

const beginning = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z0-9 ]{0,20}-----/g;
const ending = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z0-9 ]{0,20}-----/g;

/** From each beginning up to the nearest end, or to the end of the text where it is cut off. */
const inArmour = (text: string): readonly Span[] => {
  const ends = Array.from(text.matchAll(ending), ({ 0: line, index }) => index + line.length);
  const spans: Span[] = [];
  let next = 0;
  for (const { index } of text.matchAll(beginning)) {
    if (index < (spans.at(-1)?.end ?? 0)) continue;
    while ((ends[next] ?? text.length) < index) next += 1;
    spans.push({ start: index, end: ends[next] ?? text.length });
  }
  return spans;
};

// PuTTY's form: the lines of the private part, and what proves that they are whole.
const lines = /Private-Lines: \d{1,4}\s{1,4}(?<secret>[A-Za-z0-9+/=\s]{1,65536})/dg;

/** Private keys in armour, and in the files of PuTTY. */
export const privateKeys = (text: string): readonly Span[] => [
  ...inArmour(text),
  ...Array.from(text.matchAll(lines)).flatMap(({ indices }) => {
    const place = indices?.groups?.['secret'];
    return place ? [{ start: place[0], end: place[1] }] : [];
  }),
];
