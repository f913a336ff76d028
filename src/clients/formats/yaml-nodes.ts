// Reads YAML into nodes that know where they stand, and walks along a path in it.
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { FormatRefused, type Step } from './format.ts';
import { placeIn } from './text.ts';

const sentences: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'has a key twice, and readers differ in which of them counts',
  TAB_AS_INDENT: 'has a tab where YAML takes blanks alone',
  MULTIPLE_DOCS: 'holds several documents',
};

/**
 * The document of a text.
 * @throws {FormatRefused} where it is not valid, or there are several.
 */
export const documentOf = (text: string) => {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  const [fault] = document.errors;
  if (fault)
    throw new FormatRefused(
      `${sentences[fault.code] ?? 'is not valid YAML'} (${placeIn(text, fault.pos[0])})`,
    );
  return document;
};

/** A value, and where what holds it begins: its key, or the dash before an item. */
export interface Held {
  readonly node: Node | null;
  readonly begins: number;
  /** Where the key ends; of an item, where its dash does. */
  readonly headEnds: number;
}

/** Where a walk along a path ended. */
export interface Reached {
  /** The values on the way, the root first. */
  readonly way: readonly Held[];
  /** What was not there any more. */
  readonly rest: readonly Step[];
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** Whether nothing stands there: the key alone, or a word for nothing. */
export const isNothing = (node: Node | null): boolean =>
  node === null || (isScalar(node) && node.value === null);

const asNode = (value: unknown): Node | null =>
  isScalar(value) || isMap(value) || isSeq(value) ? value : null;

const memberOf = (text: string, node: Node, key: string): Held | undefined => {
  if (!isMap(node))
    throw new FormatRefused(
      `has something else where a map belongs (${placeIn(text, startOf(node))})`,
    );
  for (const { key: name, value } of node.items) {
    if (!isScalar(name) || name.value !== key) continue;
    // What is written elsewhere cannot be changed here without changing it there.
    if (value !== null && asNode(value) === null)
      throw new FormatRefused(
        `refers to another place for ${key} (${placeIn(text, startOf(name))})`,
      );
    return {
      node: asNode(value),
      begins: startOf(name),
      headEnds: text.indexOf(':', name.range?.[1] ?? 0) + 1,
    };
  }
  return undefined;
};

const itemOf = (text: string, node: Node, key: string, is: string): Held | undefined => {
  if (!isSeq(node))
    throw new FormatRefused(
      `has something else where a list belongs (${placeIn(text, startOf(node))})`,
    );
  const found = node.items.find((item) => isMap(item) && item.get(key) === is);
  if (!isMap(found)) return undefined;
  const dash = node.flow ? startOf(found) : text.lastIndexOf('-', startOf(found) - 1);
  return { node: found, begins: dash, headEnds: dash + 1 };
};

/**
 * Walks along a path as far as it is there.
 * @throws {FormatRefused} where something of another kind stands in the way.
 */
export const reach = (text: string, root: Node, path: readonly Step[]): Reached => {
  const way: Held[] = [{ node: root, begins: startOf(root), headEnds: startOf(root) }];
  for (const [index, step] of path.entries()) {
    const node = way.at(-1)?.node ?? null;
    if (node === null || isNothing(node)) return { way, rest: path.slice(index) };
    const next =
      typeof step === 'string' ? memberOf(text, node, step) : itemOf(text, node, step.key, step.is);
    if (!next) return { way, rest: path.slice(index) };
    way.push(next);
  }
  return { way, rest: [] };
};

/** Where the last of a value's own characters ends, comments and blank lines behind it left out. */
export const lastOf = (node: Node): number => {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1);
    const value = asNode(last?.value);
    if (value !== null && !isEmptyScalar(value)) return lastOf(value);
    return isScalar(last?.key) ? (last.key.range?.[1] ?? 0) + 1 : startOf(node);
  }
  if (isSeq(node) && !node.flow) {
    const last = asNode(node.items.at(-1));
    return last === null ? startOf(node) : lastOf(last);
  }
  return node.range?.[1] ?? 0;
};

const isEmptyScalar = (node: Node): boolean =>
  isScalar(node) &&
  node.range !== undefined &&
  node.range !== null &&
  node.range[0] === node.range[1];
