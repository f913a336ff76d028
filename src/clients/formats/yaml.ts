// YAML: one entry is put in or taken out by its lines, and every other line stays as it was written.
import { isMap, isSeq, type Node, stringify } from 'yaml';
import { type Format, FormatRefused, type Step, type Value } from './format.ts';
import { edited, indentationAt, lineEndOf, lineStart, lineStop } from './text.ts';
import { documentOf, type Held, isNothing, lastOf, reach } from './yaml-nodes.ts';

const wrapped = (rest: readonly Step[], value: Value): Value =>
  rest.reduceRight<Value>(
    (inner, step) => (typeof step === 'string' ? { [step]: inner } : [inner]),
    value,
  );

/** How many blanks one level takes: as the first map within a map has it. */
const unitOf = (text: string): number => {
  const found = /^( *(?:- +)?)[^\s#-][^\n]*:[ \t]*(?:#.*)?\r?\n( +)[^\s#-]/m.exec(text);
  const unit = (found?.[2]?.length ?? 0) - (found?.[1]?.length ?? 0);
  return unit > 0 && unit <= 8 ? unit : 2;
};

/** The lines of a value, each behind these blanks. */
const linesOf = (text: string, value: Value, margin: string): string =>
  stringify(value, { indent: unitOf(text), lineWidth: 0, version: '1.2' })
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? line : margin + line))
    .join(lineEndOf(text));

/** The end of the line on which a value ends, its comment included. */
const stopOf = (text: string, node: Node): number => {
  const last = lastOf(node);
  // A block of text ends with its line end.
  const within = text.slice(0, last).trimEnd().length;
  return lineStop(text, Math.min(last, within));
};

const appended = (text: string, value: Value): string => {
  const end = lineEndOf(text);
  const gap = text === '' || text.endsWith('\n') ? '' : end;
  return `${text}${gap}${linesOf(text, value, '')}${end}`;
};

/** Puts something under a key, or behind a dash, where nothing stands yet but perhaps a word for nothing. */
const under = (text: string, held: Held, value: Value): string => {
  const from = held.headEnds;
  const behind = Math.max(from, held.node?.range?.[1] ?? from);
  const to = text.slice(from, behind).trim() === '' ? from : behind;
  const margin = indentationAt(text, held.begins) + ' '.repeat(unitOf(text));
  const at = lineStop(text, to);
  return edited(text, [
    { from: at, to: at, text: lineEndOf(text) + linesOf(text, value, margin) },
    { from, to, text: '' },
  ]);
};

/** The same within braces, where everything stays between them. */
const underInFlow = (text: string, held: Held, value: Value): string => {
  const from = held.headEnds;
  const to = Math.max(from, held.node?.range?.[1] ?? from);
  return edited(text, [{ from, to, text: ` ${JSON.stringify(value)}` }]);
};

const isFlow = (node: Node | null): boolean => (isMap(node) || isSeq(node)) && node.flow === true;

/** Puts a member into a map, or an item into a list, behind those that are there. */
const inserted = (
  text: string,
  held: Held,
  node: Node,
  value: Value,
  isWithinFlow: boolean,
): string => {
  if (!isMap(node) && !isSeq(node)) throw new FormatRefused('has a value where servers belong');
  if (
    !isWithinFlow &&
    node.items.length === 0 &&
    text.slice(held.headEnds, node.range?.[0]).trim() === ''
  )
    return held.headEnds === held.begins
      ? appended(withoutBraces(text, node), value)
      : under(text, held, value);
  if (node.flow) {
    const at = (node.range?.[1] ?? 1) - 1;
    const inner = JSON.stringify(value).slice(1, -1);
    const before = text.slice(0, at).trimEnd().length;
    const joint = node.items.length === 0 || text[before - 1] === ',' ? '' : ', ';
    return edited(text, [{ from: before, to: before, text: joint + inner }]);
  }
  const margin = ' '.repeat((node.range?.[0] ?? 0) - lineStart(text, node.range?.[0] ?? 0));
  const at = stopOf(text, node);
  return edited(text, [{ from: at, to: at, text: lineEndOf(text) + linesOf(text, value, margin) }]);
};

/** A whole document that is an empty map in braces. */
const withoutBraces = (text: string, node: Node): string => {
  const rest = edited(text, [{ from: node.range?.[0] ?? 0, to: node.range?.[1] ?? 0, text: '' }]);
  return rest.trim() === '' ? '' : rest;
};

const replaced = (text: string, held: Held, parent: Held, step: Step, value: Value): string => {
  const { node } = held;
  if (node === null) return text;
  if (isFlow(parent.node)) {
    const from = node.range?.[0] ?? 0;
    return edited(text, [{ from, to: node.range?.[1] ?? from, text: JSON.stringify(value) }]);
  }
  const margin = ' '.repeat(held.begins - lineStart(text, held.begins));
  const lines = linesOf(text, wrapped([step], value), margin).slice(margin.length);
  return edited(text, [
    { from: held.begins, to: Math.max(lastOf(node), held.headEnds), text: lines },
  ]);
};

/** Takes a member or an item out, with its lines. */
const removed = (text: string, held: Held, parent: Held): string => {
  const { node } = parent;
  if (!isMap(node) && !isSeq(node)) return text;
  const end = held.node === null ? held.headEnds : Math.max(lastOf(held.node), held.headEnds);
  if (node.flow) {
    const before = text.slice(0, held.begins).trimEnd();
    const after = /^[ \t\r\n]*,[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
    if (after > 0) return edited(text, [{ from: held.begins, to: end + after, text: '' }]);
    return edited(text, [
      { from: before.length - (before.endsWith(',') ? 1 : 0), to: end, text: '' },
    ]);
  }
  const start = lineStart(text, held.begins);
  const stop = held.node === null ? lineStop(text, end) : stopOf(text, held.node);
  const isFirst = start === 0;
  const from = isFirst ? 0 : start - (text[start - 2] === '\r' ? 2 : 1);
  const to = isFirst ? Math.min(text.length, text.indexOf('\n', stop) + 1 || text.length) : stop;
  const edits = [{ from, to, text: '' }];
  if (node.items.length === 1 && parent.headEnds !== parent.begins)
    edits.push({ from: parent.headEnds, to: parent.headEnds, text: isMap(node) ? ' {}' : ' []' });
  return edited(text, edits);
};

/** YAML 1.2. */
export const yamlFormat: Format = {
  read: (text) => {
    const document = documentOf(text);
    try {
      return isNothing(document.contents) ? {} : document.toJS({ maxAliasCount: 100 });
    } catch {
      throw new FormatRefused('refers to itself too often');
    }
  },
  put: (text, path, value) => {
    const { contents } = documentOf(text);
    if (contents === null || isNothing(contents)) return appended(text, wrapped(path, value));
    const { way, rest } = reach(text, contents, path);
    const held = way.at(-1);
    const parent = way.at(-2);
    const last = path.at(-1);
    if (!held) return text;
    if (rest.length === 0)
      return parent && last !== undefined ? replaced(text, held, parent, last, value) : text;
    const inner = wrapped(rest, value);
    const isWithinFlow = way.slice(0, -1).some(({ node }) => isFlow(node));
    if (held.node !== null && !isNothing(held.node))
      return inserted(text, held, held.node, inner, isWithinFlow);
    return isWithinFlow ? underInFlow(text, held, inner) : under(text, held, inner);
  },
  drop: (text, path) => {
    const { contents } = documentOf(text);
    if (contents === null || isNothing(contents)) return text;
    const { way, rest } = reach(text, contents, path);
    const held = way.at(-1);
    const parent = way.at(-2);
    return rest.length > 0 || !held || !parent ? text : removed(text, held, parent);
  },
};
