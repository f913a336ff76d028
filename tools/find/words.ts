// Turns what people and entries say into the terms that are compared: one spelling, one word for one thing, no endings.
import { stemmer } from 'stemmer';
import { emptyWords, sameWords } from '../../scope-map/thesaurus.ts';

/** A text as small words between single blanks; `camelCase` and `snake_case` fall apart. */
export const plainWords = (text: string): string =>
  text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** Reads texts as terms. */
export type ReadTerms = (text: string) => readonly string[];

const empty = new Set(emptyWords.map(plainWords));

/** A reader of terms; made once, because the thesaurus becomes one expression. */
export const createTermReader = (): ReadTerms => {
  const meant = new Map(
    Object.entries(sameWords).flatMap(([word, others]) =>
      others.map((other) => [plainWords(other), plainWords(word)] as const),
    ),
  );
  // The longest phrase first, so that "static ip address" is not read as "static ip".
  const phrases = [...meant.keys()].toSorted((a, b) => b.length - a.length).join('|');
  const phrase = new RegExp(`(?<= )(${phrases})(s?)(?= )`, 'g');
  return (text) =>
    ` ${plainWords(text)} `
      .replaceAll(
        phrase,
        (found, singular: string) => meant.get(found) ?? meant.get(singular) ?? found,
      )
      .split(' ')
      .filter((word) => word !== '' && !empty.has(word))
      .map(stemmer);
};
