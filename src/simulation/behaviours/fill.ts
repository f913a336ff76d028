// Brings what is kept into the documented shape of a reply: known fields as they are, required ones never missing.
import type { ReplyShapes, Shape } from '../../../scope-map/shapes/shapes.ts';
import { forPeople } from '../exchange/times.ts';

/** What filling takes besides the shape. */
export interface Filling {
  readonly schemas: ReplyShapes['schemas'];
  readonly now: number;
  readonly newId: () => string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deep enough for every documented reply; shapes that hold themselves end here. */
const deepest = 12;

/**
 * A shape with its name looked up and its parts put together. Of alternatives it has the fields of all and needs those
 * of none: which of them is meant only the product knows.
 */
export const flat = (schemas: ReplyShapes['schemas'], shape: unknown, depth = 0): Shape => {
  if (!isObject(shape) || depth > deepest) return {};
  const name = shape['$ref'];
  if (typeof name === 'string') {
    return flat(schemas, schemas[name.split('/').at(-1) ?? name], depth + 1);
  }
  const parts = (of: unknown): readonly Shape[] =>
    Array.isArray(of) ? of.map((part) => flat(schemas, part, depth + 1)) : [];
  const together = [...parts(shape['allOf']), shape];
  const choices = parts(shape['oneOf'] ?? shape['anyOf']);
  if (together.length === 1 && choices.length === 0) return shape;
  const properties = Object.assign({}, ...[...choices, ...together].map(fields));
  const needed = together.flatMap((part) => [...required(part)]);
  return { ...choices[0], ...Object.assign({}, ...together), properties, required: needed };
};

/** The fields of an object's shape. */
export const fields = (shape: Shape): Readonly<Record<string, unknown>> =>
  isObject(shape['properties']) ? shape['properties'] : {};

/** The names of the fields that an object is never without. */
export const required = (shape: Shape): ReadonlySet<unknown> =>
  new Set(Array.isArray(shape['required']) ? shape['required'] : []);

/** The type of a shape, told from its other facts where it is not said. */
const typeOf = (shape: Shape): string => {
  if (typeof shape['type'] === 'string') return shape['type'];
  if (Object.keys(fields(shape)).length > 0) return 'object';
  return shape['items'] === undefined ? 'anything' : 'array';
};

const fits = (type: string, shape: Shape, value: unknown): boolean => {
  if (value === null) return shape['nullable'] === true;
  const { enum: words } = shape;
  if (Array.isArray(words) && !words.includes(value)) return false;
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'anything':
      return true;
    default:
      return typeof value === type;
  }
};

/** A value that says nothing, for a required field that nobody gave. */
const neutral = (type: string, shape: Shape, filling: Filling): unknown => {
  if (shape['default'] !== undefined) return shape['default'];
  if (shape['nullable'] === true) return null;
  if (Array.isArray(shape['enum'])) return shape['enum'][0];
  switch (type) {
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return typeof shape['minimum'] === 'number' ? shape['minimum'] : 0;
    case 'string':
      if (shape['format'] === 'date-time') return forPeople(filling.now);
      return shape['format'] === 'uuid' ? filling.newId() : '';
    default:
      return {};
  }
};

/**
 * A value in a shape. What does not fit the shape is left out or, where it is required, replaced by a value that says
 * nothing; fields that the shape does not know are left out.
 */
export const fill = (given: unknown, wanted: unknown, filling: Filling, depth = 0): unknown => {
  const shape = flat(filling.schemas, wanted);
  const type = typeOf(shape);
  const value = fits(type, shape, given) ? given : neutral(type, shape, filling);
  if (depth > deepest) return value;
  if (Array.isArray(value)) {
    return value.map((item) => fill(item, shape['items'] ?? {}, filling, depth + 1));
  }
  const known = Object.entries(fields(shape));
  if (!isObject(value) || known.length === 0) return value;
  const needed = required(shape);
  const filled: Record<string, unknown> = {};
  for (const [name, part] of known) {
    const partShape = flat(filling.schemas, part);
    const isThere = value[name] !== undefined && fits(typeOf(partShape), partShape, value[name]);
    if (isThere || needed.has(name)) {
      filled[name] = fill(isThere ? value[name] : undefined, partShape, filling, depth + 1);
    }
  }
  return filled;
};
