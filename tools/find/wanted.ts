// Hears in a request what it wants done: list, get, create, update or delete.
import { verbs, type Wanted } from '../../scope-map/thesaurus.ts';
import { plainWords } from './words.ts';

const spoken: readonly (readonly [string, Wanted])[] = (
  Object.entries(verbs) as [Wanted, readonly string[]][]
).flatMap(([wanted, words]) => words.map((word) => [` ${plainWords(word)} `, wanted] as const));

/** What a request wants, told by the first of its verbs; undefined where it has none that we know. */
export const wantedBy = (request: string): Wanted | undefined => {
  const text = ` ${plainWords(request)} `;
  let first: { readonly at: number; readonly length: number; readonly wanted: Wanted } | undefined;
  for (const [word, wanted] of spoken) {
    const at = text.indexOf(word);
    if (at < 0) continue;
    if (!first || at < first.at || (at === first.at && word.length > first.length))
      first = { at, length: word.length, wanted };
  }
  return first?.wanted;
};
