// What a tool takes, in words: a line for each argument, and below it what its parts are.
import type { Schema } from '../../../scope-map/facts.ts';
import { linesOf } from '../paragraph.ts';

/** How deep the parts of an argument are told. */
const deepest = 3;

/** Values that are named; more would be a list to scroll through. */
const mostValues = 12;

const between = (least: number | undefined, most: number | undefined, unit: string): string => {
  if (least !== undefined && most !== undefined) return `, ${least} to ${most}${unit}`;
  if (least !== undefined) return `, at least ${least}${unit}`;
  return most === undefined ? '' : `, at most ${most}${unit}`;
};

const oneOf = (values: readonly unknown[]): string => {
  const shown = values.slice(0, mostValues).map(String);
  const rest = values.length - shown.length;
  return `one of ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
};

const plain: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'nothing',
};

const typesOf = ({ type }: Schema): readonly string[] =>
  typeof type === 'string' ? [type] : (type ?? []);

/** What a value is: "whole number, 1 to 200", "list of text", "one of ext4, xfs". */
export const kindOf = (schema: Schema): string => {
  if (schema.enum) return oneOf(schema.enum);
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' or ');
  const types = typesOf(schema);
  if (types.includes('array')) {
    const each = schema.items ? kindOf(schema.items) : '';
    const of = each === '' ? '' : ` of ${each.includes(',') ? `(${each})` : each}`;
    return `list${of}${between(schema.minItems, schema.maxItems, ' of them')}`;
  }
  const words = types.map((type) => plain[type] ?? type).join(' or ');
  if (types.includes('string')) {
    const form = schema.format === undefined ? '' : ` (${schema.format})`;
    return `${words}${form}${between(schema.minLength, schema.maxLength, ' characters')}`;
  }
  return `${words === '' ? 'anything' : words}${between(schema.minimum, schema.maximum, '')}`;
};

/** The parts of a value that has some: those of an object, or of each element of a list. */
const partsOf = (schema: Schema): Pick<Schema, 'properties' | 'required'> =>
  schema.items?.properties ? schema.items : schema;

const argumentLines = (
  name: string,
  schema: Schema,
  isNeeded: boolean,
  depth: number,
  width: number,
): readonly string[] => {
  const margin = '  '.repeat(depth + 1);
  const { description = '' } = schema;
  const head = linesOf(
    `${name}  ${kindOf(schema)}${isNeeded ? ' (needed)' : ''}`,
    width - margin.length - 4,
  ).map((line, at) => `${margin}${at === 0 ? '' : '    '}${line}`);
  const says =
    description === ''
      ? []
      : linesOf(description, width - margin.length - 4).map((line) => `${margin}    ${line}`);
  const { properties = {}, required = [] } = partsOf(schema);
  const inner =
    depth >= deepest
      ? []
      : Object.entries(properties).flatMap(([part, one]) =>
          argumentLines(part, one, required.includes(part), depth + 1, width),
        );
  return [...head, ...says, ...inner];
};

/** Lines that are shown of a schema; the largest have hundreds. */
const mostLines = 150;

/** The arguments of a tool; those that are needed come first. */
export const schemaLines = (
  { properties = {}, required = [] }: Schema,
  width: number,
): readonly string[] => {
  const needed = (name: string): boolean => required.includes(name);
  const names = Object.keys(properties);
  const ordered = [...names.filter(needed), ...names.filter((name) => !needed(name))];
  const lines = ordered.flatMap((name) =>
    argumentLines(name, properties[name] ?? {}, needed(name), 0, width),
  );
  if (lines.length <= mostLines) return lines;
  const rest = lines.length - mostLines;
  return [...lines.slice(0, mostLines), `  and ${rest} lines more: --json has the whole schema`];
};
