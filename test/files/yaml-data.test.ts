// YAML that decides something is read as it is meant, or not at all.
import { expect, it } from 'vitest';
import { JsonRefused } from '../../src/files/json-text.ts';
import { readYamlData } from '../../src/files/yaml-data.ts';

const refusalOf = (text: string): string => {
  try {
    readYamlData(text);
  } catch (error) {
    if (error instanceof JsonRefused) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
};

it('is read with marks of its beginning and end, and with references', () => {
  expect(readYamlData('---\na: &one [1]\nb: *one\n...\n').value).toEqual({ a: [1], b: [1] });
});

it.each([
  ['a second document', 'rules: []\n---\nrules: [deny]\n', 'more than one document'],
  ['a key twice', 'a: 1\na: 2\n', 'a key twice'],
  ['a tag', 'a: !!js/function x\n', 'not valid YAML'],
  ['levels without end', '['.repeat(100_000), 'not valid YAML'],
])('is refused with %s', (_, text, reason) => {
  expect(refusalOf(text)).toContain(reason);
});
