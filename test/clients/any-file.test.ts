// Whatever a file holds, and however it is laid out: one entry in, one entry out, and the rest is what it was.
import * as fc from 'fast-check';
import { stringify as stringifyToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { stringify as stringifyYaml } from 'yaml';
import type { FormatName } from '../../src/clients/client.ts';
import type { Step, Value } from '../../src/clients/formats/format.ts';
import { formatNamed } from '../../src/clients/formats/formats.ts';
import { isSame } from '../../src/clients/formats/same.ts';
import { valueAt, without } from '../../src/clients/value-at.ts';

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'b c',
    'key.dotted',
    '//',
    '#',
    '- x',
    '{',
    '"',
    "'",
    ': ',
    'null',
    '1',
    '',
    '\t',
    'é😀',
  ),
  fc.string({ maxLength: 8 }),
);
const leaf = fc.oneof(word, fc.integer(), fc.boolean());
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(word, tie('node'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).node;
const others = fc.dictionary(
  word.filter((key) => key !== 'servers'),
  tree,
  { maxKeys: 4, noNullPrototype: true },
);

/** A document with servers somewhere among other things. */
const documents = fc
  .tuple(others, fc.oneof(others, fc.constant(null)), others)
  .map(([before, servers, after]) => ({ ...before, servers, ...after }));

const entry: Value = { command: '/usr/bin/node', args: ['a b', '--read-only'], env: { A: 'b' } };
const path: readonly Step[] = ['servers', 'digitalocean'];

const layouts: readonly (readonly [FormatName, string, (value: object) => string])[] = [
  ['json', 'on one line', (value) => JSON.stringify(value)],
  ['jsonc', 'with tabs', (value) => `${JSON.stringify(value, null, '\t')}\n`],
  [
    'json',
    'with Windows line ends',
    (value) => JSON.stringify(value, null, 4).replaceAll('\n', '\r\n'),
  ],
  [
    'jsonc',
    'with comments',
    (value) =>
      `// a\n${JSON.stringify(value, null, 2).replaceAll(/([[{,])\n/g, '$1 // "b": {\n')}\n/* c */`,
  ],
  ['yaml', 'in blocks', (value) => stringifyYaml(value)],
  ['yaml', 'indented by four', (value) => stringifyYaml(value, { indent: 4, indentSeq: false })],
  ['yaml', 'within braces', (value) => JSON.stringify(value)],
  ['toml', 'in tables', (value) => stringifyToml(value)],
];

describe.each(layouts)('any file of %s %s', (name, _layout, write) => {
  it('keeps all else when an entry comes, changes and goes', async () => {
    const format = await formatNamed(name);
    fc.assert(
      fc.property(documents, (value) => {
        const text = write(value);
        const before = format.read(text);
        const withIt = format.put(text, path, entry);
        expect(isSame(valueAt(format.read(withIt), path), entry)).toBe(true);
        expect(isSame(without(format.read(withIt), path), without(before, path))).toBe(true);
        expect(format.put(withIt, path, entry)).toBe(withIt);
        const changed = format.put(withIt, path, { command: 'other' });
        expect(isSame(without(format.read(changed), path), without(before, path))).toBe(true);
        const gone = format.read(format.drop(changed, path));
        expect(isSame(without(gone, path), without(before, path))).toBe(true);
        expect(valueAt(gone, path)).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });
});
