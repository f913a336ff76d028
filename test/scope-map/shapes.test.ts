// Holds the shapes to what they promise: every operation, every definition once, facts alone, and small.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadShapes, type Shape } from '../../scope-map/shapes/shapes.ts';
import { partsOf } from '../../scripts/catalogue/shapes/parts.ts';
import { schemasOfReplies } from '../../scripts/catalogue/shapes/replies.ts';
import { schemasOfRequests } from '../../scripts/catalogue/shapes/requests.ts';

const { replies, requests } = await loadShapes();
const definitions: Readonly<Record<string, Shape>> = { ...replies.schemas, ...requests.schemas };

const roots = [
  ...schemasOfReplies(replies),
  ...schemasOfRequests(requests),
  ...Object.entries(definitions),
];

/** Every schema with its place, however deep. */
const everySchema = (function* walk(
  parts: readonly (readonly [string, Shape])[],
): Generator<readonly [string, Shape]> {
  for (const [place, schema] of parts) {
    yield [place, schema];
    yield* walk(partsOf(schema).map(([inner, part]) => [`${place}.${inner}`, part]));
  }
})(roots);
const schemas = [...everySchema];

describe('the shapes', () => {
  it('are there for every documented operation, 644 of them on the control plane', () => {
    expect(Object.keys(replies.operations)).toEqual(Object.keys(requests.operations));
    const controlPlane = Object.entries(requests.operations).filter(([, { servers }]) => !servers);
    expect(controlPlane).toHaveLength(644);
    for (const [id, { path }] of controlPlane) expect(path, id).toMatch(/^\/v2\//);
    const neverSucceed = controlPlane.filter(
      ([id]) => Object.keys(replies.operations[id] ?? {}).length === 0,
    );
    // DigitalOcean took this one away: it answers 410.
    expect(neverSucceed.map(([id]) => id)).toEqual(['genai_create_model_api_key']);
  });

  it('refer only to what is there', () => {
    for (const [place, { $ref }] of schemas)
      if ($ref !== undefined) expect(definitions, place).toHaveProperty([String($ref)]);
    const named = [
      ...Object.values(replies.operations).flatMap((byStatus) => Object.values(byStatus)),
    ].filter((content) => typeof content === 'string');
    expect(named.filter((name) => !(name in replies.contents))).toEqual([]);
    const parameters = Object.values(requests.operations)
      .flatMap(({ parameters = [] }) => parameters)
      .filter((one) => typeof one === 'string');
    expect(parameters.filter((name) => !(name in requests.parameters))).toEqual([]);
  });

  it('hold every definition once', () => {
    const places = new Map<string, string[]>();
    for (const [place, schema] of schemas) {
      const text = JSON.stringify(schema);
      if (text.length >= 120) places.set(text, [...(places.get(text) ?? []), place]);
    }
    expect([...places.values()].filter((all) => all.length > 1)).toEqual([]);
  });

  it('are facts without words', () => {
    const wordy = ['description', 'title', 'example', 'examples', 'summary'];
    for (const [place, schema] of schemas)
      expect(
        Object.keys(schema).filter((key) => wordy.includes(key)),
        place,
      ).toEqual([]);
    const sentence = /(\b[a-z]+\b[ ,]+){6}/i;
    expect(
      schemas
        .flatMap(([, schema]) => [schema['default'], ...[schema['enum'] ?? []].flat()])
        .filter((value) => typeof value === 'string' && sentence.test(value)),
    ).toEqual([]);
  });

  it('take at most 300 kB for all replies', () => {
    const path = fileURLToPath(new URL('../../scope-map/shapes/replies.json', import.meta.url));
    expect(statSync(path).size).toBeLessThanOrEqual(300_000);
  });
});
