// Reads YAML that decides something: what JSON could say too, and nothing else.
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { ReadDataText } from './data-text.ts';
import { JsonRefused, withoutMark } from './json-text.ts';

/** The largest file that is read, in characters: a policy is written by people. */
const largest = 1024 * 1024;
const deepest = 64;

const depthOf = (value: unknown, depth = 0): number =>
  depth > deepest || typeof value !== 'object' || value === null
    ? depth
    : Math.max(depth, ...Object.values(value).map((one) => depthOf(one, depth + 1)));

const startOf = (document: Document.Parsed, path: readonly PropertyKey[]): number | undefined => {
  const node = document.getIn(
    path.map((step) => (typeof step === 'symbol' ? '' : step)),
    true,
  );
  return isNode(node) ? node.range?.[0] : undefined;
};

const faults: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'has a key twice, so that one of them is ignored',
  MULTIPLE_DOCS: 'holds more than one document, of which only the first would be read',
};

/** @throws {JsonRefused} naming the place, and nothing that stands there. */
export const readYamlData: ReadDataText = (text) => {
  const yaml = withoutMark(text);
  if (yaml.length > largest) throw new JsonRefused('is larger than 1 MiB');
  const counter = new LineCounter();
  const placeAt = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const document = parseDocument(yaml, {
    lineCounter: counter,
    // One version, no tags of others' making, and no key that stands twice.
    version: '1.2',
    schema: 'core',
    customTags: [],
    merge: false,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    // Not silent: it would not tell of a second document. Nothing is written anywhere by a parser of data.
    logLevel: 'error',
  });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const { line, column } = placeAt(fault.pos[0]);
    const what = faults[fault.code] ?? 'is not valid YAML';
    throw new JsonRefused(`${what} (line ${line}, column ${column})`);
  }
  let value: unknown;
  try {
    // References are written out; a file that would grow by them is refused.
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new JsonRefused('refers to itself too often');
  }
  if (depthOf(value) > deepest) throw new JsonRefused(`is nested deeper than ${deepest} levels`);
  return {
    value,
    twice: [],
    at: (path) => {
      const offset = startOf(document, path);
      return offset === undefined ? undefined : placeAt(offset);
    },
  };
};
