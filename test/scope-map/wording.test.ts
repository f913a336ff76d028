// Proves that the descriptions are our own: no eight words in a row are DigitalOcean's.
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../scope-map/catalogue.ts';
import { corrections } from '../../scope-map/corrections.ts';
import { glossary } from '../../scope-map/glossary.ts';
import { pathParameters } from '../../scope-map/path-parameters.ts';
import { absence, hasReference, readDocument } from './reference.ts';

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
  ...catalogue.flatMap(({ title, description, says = {} }) => [
    title,
    description,
    ...Object.values(says),
  ]),
  ...Object.values(glossary),
  ...Object.values(pathParameters),
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
