// Reads JSON, with or without comments, into a tree that knows where everything stands.
import {
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { FormatRefused, type Step } from './format.ts';
import { placeIn } from './text.ts';

/** What of JSON's extensions a client reads. */
export interface JsonDialect {
  readonly comments: boolean;
  readonly trailingCommas: boolean;
}

const sentences: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'has a comment, which its reader does not take',
  PropertyNameExpected: 'has a comma too many, or a name without quotes',
  ValueExpected: 'has a comma too many, or lacks a value',
  CommaExpected: 'lacks a comma',
  CloseBraceExpected: 'lacks a closing brace',
  CloseBracketExpected: 'lacks a closing bracket',
  EndOfFileExpected: 'goes on after its end',
  InvalidSymbol: 'has a word outside of double quotes',
};

/** Nested deeper than any client's file; the parser goes down one call a level. */
const deepest = 200;

const depthOf = (text: string): number => {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '{' || character === '[') most = Math.max(most, ++depth);
    else if (character === '}' || character === ']') depth -= 1;
  }
  return most;
};

/**
 * The tree of a text; undefined where there is nothing but blanks and comments.
 * @throws {FormatRefused} where the client's own reader would stop, too.
 */
export const treeOf = (text: string, dialect: JsonDialect): Node | undefined => {
  // Brackets within strings count too: a bound, and no more.
  if (depthOf(text) > deepest) throw new FormatRefused(`is nested deeper than ${deepest} levels`);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, {
    disallowComments: !dialect.comments,
    allowTrailingComma: dialect.trailingCommas,
    allowEmptyContent: true,
  });
  const [first] = errors;
  if (first)
    throw new FormatRefused(
      `${sentences[printParseErrorCode(first.error)] ?? 'is not valid JSON'} (${placeIn(text, first.offset)})`,
    );
  return tree;
};

/** Where a walk along a path ended. */
export interface Reached {
  /** The last value on the way. */
  readonly node: Node;
  /** What was not there any more. */
  readonly rest: readonly Step[];
}

const named = (object: Node, key: string): readonly Node[] =>
  (object.children ?? []).filter(({ children }) => children?.[0]?.value === key);

const childAt = (text: string, node: Node, step: Step): Node | undefined => {
  if (typeof step !== 'string')
    return node.children?.find((item) => {
      const value: unknown = item.type === 'object' ? getNodeValue(item) : undefined;
      return (
        typeof value === 'object' &&
        value !== null &&
        Object.entries(value).some(([key, one]) => key === step.key && one === step.is)
      );
    });
  const [first, second] = named(node, step);
  if (second)
    throw new FormatRefused(
      `has the key "${step}" twice (${placeIn(text, second.offset)}), and readers differ in which of them counts. Make one of the two`,
    );
  return first?.children?.[1];
};

/**
 * Walks along a path as far as it is there.
 * @throws {FormatRefused} where something of another kind stands in the way, or a key of the path stands twice.
 */
export const reach = (text: string, root: Node, path: readonly Step[]): Reached => {
  let node = root;
  for (const [index, step] of path.entries()) {
    const wanted = typeof step === 'string' ? 'object' : 'array';
    if (node.type === 'null' && index > 0) return { node, rest: path.slice(index) };
    if (node.type !== wanted)
      throw new FormatRefused(
        `has ${node.type === 'array' ? 'a list' : node.type === 'object' ? 'an object' : 'a value'} where ${wanted === 'object' ? 'an object' : 'a list'} belongs (${placeIn(text, node.offset)})`,
      );
    const child = childAt(text, node, step);
    if (!child) return { node, rest: path.slice(index) };
    node = child;
  }
  return { node, rest: [] };
};
