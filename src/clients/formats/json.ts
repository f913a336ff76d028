// JSON and its dialects with comments: one member is put in or taken out, and every other character stays.
import { createScanner, getNodeValue, type Node, type SyntaxKind } from 'jsonc-parser';
import type { Format, Step, Value } from './format.ts';
import { type JsonDialect, reach, treeOf } from './json-tree.ts';
import { type Edit, edited, indentationAt, indentUnitOf, lineEndOf, lineStop } from './text.ts';

// The parser's enumeration exists for the compiler alone.
const comma: SyntaxKind = 5;
const trivia: readonly SyntaxKind[] = [12, 13, 14, 15];

const endOf = ({ offset, length }: Node): number => offset + length;

/** The comma behind a member, blanks and comments between; undefined where there is none. */
const commaAfter = (text: string, member: Node): number | undefined => {
  const scanner = createScanner(text, false);
  scanner.setPosition(endOf(member));
  let token = scanner.scan();
  while (trivia.includes(token)) token = scanner.scan();
  return token === comma ? scanner.getTokenOffset() : undefined;
};

/** The end of a line behind a position, where nothing but blanks and comments follow on it; else the position. */
const restOfLine = (text: string, from: number): number => {
  const stop = lineStop(text, from);
  const rest = text.slice(from, stop).replaceAll(/\/\*.*?\*\//g, '');
  return /^[ \t]*(?:\/\/.*)?$/.test(rest) ? stop : from;
};

const wrapped = (rest: readonly Step[], value: Value): Value =>
  rest.reduceRight<Value>(
    (inner, step) => (typeof step === 'string' ? { [step]: inner } : [inner]),
    value,
  );

interface Layout {
  readonly end: string;
  readonly unit: string;
  /** The whole document stands on one line. */
  readonly isFlat: boolean;
}

const layoutOf = (text: string): Layout => ({
  end: lineEndOf(text),
  unit: indentUnitOf(text),
  isFlat: !text.trimEnd().includes('\n') && /[^\s{}]/.test(text),
});

/** A value as it is written where its line begins with these blanks. */
const written = (value: Value, { end, unit, isFlat }: Layout, margin: string): string =>
  isFlat
    ? JSON.stringify(value)
    : JSON.stringify(value, null, unit).replaceAll('\n', `${end}${margin}`);

const member = (step: Step | undefined, value: Value, layout: Layout, margin: string): string =>
  typeof step === 'string'
    ? `${JSON.stringify(step)}:${layout.isFlat ? '' : ' '}${written(value, layout, margin)}`
    : written(value, layout, margin);

/** Puts a member into an object, or an item into a list, behind those that are there. */
const inserted = (text: string, parent: Node, step: Step | undefined, value: Value): string => {
  const layout = layoutOf(text);
  const last = parent.children?.at(-1);
  const ownLine = last !== undefined && /^[ \t]*$/.test(indentationBefore(text, last));
  if (layout.isFlat || (last !== undefined && !ownLine)) {
    const flat = { ...layout, isFlat: true };
    const at = last === undefined ? parent.offset + 1 : endOf(last);
    const between = last === undefined ? '' : ',';
    return edited(text, [{ from: at, to: at, text: between + member(step, value, flat, '') }]);
  }
  const outer = indentationAt(text, parent.offset);
  if (last === undefined) {
    const margin = outer + layout.unit;
    const inside = text.slice(parent.offset + 1, endOf(parent) - 1).trimEnd();
    const piece = `${inside}${layout.end}${margin}${member(step, value, layout, margin)}${layout.end}${outer}`;
    return edited(text, [{ from: parent.offset + 1, to: endOf(parent) - 1, text: piece }]);
  }
  const margin = indentationAt(text, last.offset);
  const behind = commaAfter(text, last);
  const at = restOfLine(text, behind === undefined ? endOf(last) : behind + 1);
  const edits: Edit[] = [
    {
      from: at,
      to: at,
      text: `${layout.end}${margin}${member(step, value, layout, margin)}${behind === undefined ? '' : ','}`,
    },
  ];
  if (behind === undefined) edits.push({ from: endOf(last), to: endOf(last), text: ',' });
  // Both at one place: the comma first.
  return at === endOf(last) && behind === undefined
    ? edited(text, [{ from: at, to: at, text: `,${edits[0]?.text ?? ''}` }])
    : edited(text, edits);
};

/** What stands before a node on its line. */
const indentationBefore = (text: string, { offset }: Node): string =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);

/** Takes a member out of its parent, with its line and the comma that belongs to it. */
const removed = (text: string, child: Node): string => {
  const siblings = child.parent?.children ?? [child];
  const place = siblings.indexOf(child);
  const before = siblings[place - 1];
  const own = commaAfter(text, child);
  const open = child.parent?.offset ?? child.offset;
  if (before === undefined) {
    const inner = child.parent ? endOf(child.parent) - 1 : endOf(child);
    const end = own === undefined ? endOf(child) : own + 1;
    const alone = siblings.length === 1 && text.slice(end, inner).trim() === '';
    return edited(text, [
      { from: restOfLine(text, open + 1), to: alone ? inner : restOfLine(text, end), text: '' },
    ]);
  }
  const joint = commaAfter(text, before) ?? endOf(before);
  const from = restOfLine(text, joint + 1);
  const to = own === undefined ? endOf(child) : own + 1;
  const edits: Edit[] = [{ from, to: restOfLine(text, to), text: '' }];
  // The last of all: the one before it ends without a comma from now on.
  if (own === undefined) edits.push({ from: joint, to: joint + 1, text: '' });
  return edited(text, edits);
};

/** Writes another value in the place of one; what stood on one line stays on one. */
const replaced = (text: string, node: Node, value: Value): string => {
  const layout = layoutOf(text);
  const isFlat =
    layout.isFlat ||
    ((node.children ?? []).length > 0 && !text.slice(node.offset, endOf(node)).includes('\n'));
  const piece = written(value, { ...layout, isFlat }, indentationAt(text, node.offset));
  return edited(text, [{ from: node.offset, to: endOf(node), text: piece }]);
};

/** JSON as a client reads it. */
export const jsonFormat = (dialect: JsonDialect): Format => {
  const rooted = (text: string): string =>
    treeOf(text, dialect) ? text : `${text}{}${lineEndOf(text)}`;
  const rootOf = (text: string): Node => {
    const tree = treeOf(text, dialect);
    if (!tree) throw new Error('a text without a value was given one');
    return tree;
  };
  return {
    read: (text) => {
      const tree = treeOf(text, dialect);
      return tree === undefined ? {} : getNodeValue(tree);
    },
    put: (given, path, value) => {
      const text = rooted(given);
      const { node, rest } = reach(text, rootOf(text), path);
      const [step, ...more] = rest;
      if (step === undefined || node.type === 'null')
        return replaced(text, node, wrapped(rest, value));
      return inserted(text, node, step, wrapped(more, value));
    },
    drop: (text, path) => {
      const tree = treeOf(text, dialect);
      if (!tree) return text;
      const { node, rest } = reach(text, tree, path);
      if (rest.length > 0) return text;
      return removed(text, node.parent?.type === 'property' ? node.parent : node);
    },
  };
};
