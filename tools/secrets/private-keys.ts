// Finds private keys in PEM and PGP armour; certificates and public keys may be seen.
import type { Span } from './span.ts';

const beginning = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z0-9 ]{0,20}-----/g;
const ending = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z0-9 ]{0,20}-----/g;

/** From each beginning up to the nearest end, or to the end of the text where it is cut off. */
export const privateKeys = (text: string): readonly Span[] => {
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
