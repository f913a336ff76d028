// JSON as a person reads it: what fits into a line stands on one, the rest is indented.
import { isObject } from '../../../tools/json-object.ts';
import type { Dress } from '../../terminal/terminal.ts';

const inOneLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}: ${inOneLine(inner)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
};

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Values in as few lines as they need. */
const filled = (values: readonly unknown[], margin: string, width: number): readonly string[] => {
  const packed: string[] = [];
  let line = margin;
  values.forEach((value, at) => {
    const text = `${inOneLine(value)}${at === values.length - 1 ? '' : ','}`;
    const isFirst = line.length === margin.length;
    if (!isFirst && line.length + 1 + text.length > width) {
      packed.push(line);
      line = `${margin}${text}`;
    } else line = `${line}${isFirst ? '' : ' '}${text}`;
  });
  return [...packed, line];
};

/** A list with no more than short lists in it. */
const isFlat = (value: unknown): boolean =>
  isScalar(value) || (Array.isArray(value) && value.length <= 4 && value.every(isScalar));

/** @param taken columns of the line that something else stands in. */
const lines = (value: unknown, margin: string, width: number, taken: number): string => {
  const short = inOneLine(value);
  if (margin.length + taken + short.length <= width) return short;
  const inner = `${margin}  `;
  if (Array.isArray(value) && value.length > 0 && value.every(isFlat))
    return `[\n${filled(value, inner, width).join('\n')}\n${margin}]`;
  if (Array.isArray(value) && value.length > 0)
    return `[\n${value.map((one) => `${inner}${lines(one, inner, width, 1)}`).join(',\n')}\n${margin}]`;
  if (!isObject(value)) return short;
  const fields = Object.entries(value).map(([name, one]) => {
    const key = `${JSON.stringify(name)}: `;
    return `${inner}${key}${lines(one, inner, width, key.length + 1)}`;
  });
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${margin}}`;
};

/** The text; a value that is a long text stays on its line. */
export const readableJson = (value: unknown, width: number): string => lines(value, '', width, 0);

/** Keys stand out. */
export const dressJson: Dress = (line, paint) =>
  line.replace(/^(\s*)("(?:[^"\\]|\\.)*")(?=: )/, (_, margin: string, key: string) => {
    return `${margin}${paint.cyan(key)}`;
  });
