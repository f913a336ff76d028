// Proves that the descriptions are our own: no eight words in a row are DigitalOcean's.
import { describe, expect, it } from 'vitest';
import { sharedWords } from '../../scope-map/words.ts';
import { readCorrections } from '../../scripts/catalogue/shelves.ts';
import { catalogue } from './every-endpoint.ts';
import { absence, hasReference, readDocument } from './reference.ts';

const corrections = await readCorrections();

const runLength = 8;

const runs = (text: string): readonly string[] => {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  return words
    .slice(0, Math.max(0, words.length - runLength + 1))
    .map((_, at) => words.slice(at, at + runLength).join(' '));
};

const proseIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(proseIn) : [];
};

const ours = (): readonly string[] => [
  ...catalogue.flatMap(({ title, description, words, says = {}, notes = [], hints = [] }) => [
    title,
    description,
    ...Object.values(says).filter((text) => text !== undefined),
    ...notes.map((note) => note.says),
    ...hints.map((hint) => hint.next),
    ...Object.values(words),
  ]),
  ...Object.values(sharedWords),
  ...corrections.flatMap(({ why, source }) => [why, source]),
];

describe.skipIf(!hasReference)(`our descriptions${absence}`, () => {
  it("share no eight words in a row with DigitalOcean's document", () => {
    const theirs = new Set(proseIn(readDocument()).flatMap(runs));
    expect(theirs.size).toBeGreaterThan(10_000);
    expect(
      ours()
        .flatMap(runs)
        .filter((run) => theirs.has(run)),
    ).toEqual([]);
  });
});
