// Loosens a schema to what every host takes: what we check ourselves may be finer than what is offered.
import type { Schema } from '../../scope-map/facts.ts';

/** The one format that all hosts know. */
const knownFormat = 'date-time';

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** Numbers that are listed become bounds; truth values need none. */
const withoutList = ({ enum: values = [], ...schema }: Schema): Schema => {
  const numbers = values.filter(isNumber);
  return numbers.length === 0
    ? schema
    : { ...schema, minimum: Math.min(...numbers), maximum: Math.max(...numbers) };
};

/** One type where there are several: text can stand for a number, and is read as one. */
const single = ({ anyOf, ...schema }: Schema): Schema => {
  if (!anyOf) return schema;
  const text = anyOf.find(({ type }) => type === 'string');
  return { ...schema, ...(text ?? anyOf[0]) };
};

/** That an id or a number of things is not less than nothing or than one goes without saying, and costs a model tokens. */
const withoutLowest = ({ minimum, ...schema }: Schema): Schema =>
  minimum === undefined || minimum === 0 || minimum === 1 ? schema : { ...schema, minimum };

/**
 * The schema as it is offered: one type for each value, lists of values for texts only, no formats and patterns that
 * hosts stumble over (Gemini refuses all tools for one enum of numbers, LangChain's converter throws on `anyOf`).
 */
export const advertised = (schema: Schema): Schema => {
  const { format, pattern: _checked, ...one } = single(schema);
  const plain = one.enum && one.type !== 'string' ? withoutList(one) : withoutLowest(one);
  return {
    ...plain,
    ...(format === knownFormat && { format }),
    ...(plain.items && { items: advertised(plain.items) }),
    ...(plain.properties && {
      properties: Object.fromEntries(
        Object.entries(plain.properties).map(([name, inner]) => [name, advertised(inner)]),
      ),
    }),
  };
};
