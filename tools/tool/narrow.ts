// Narrows a tool's schema to what a grant can use, so that a model is not offered what would be refused.
import type { Schema } from '../../scope-map/facts.ts';
import { type Places, placesNamed, placesOf } from '../places.ts';
import type { InputSchema, Tool } from './tool.ts';

/** What of a tool is not offered. */
export interface Withheld {
  /** Arguments by (dotted) name. */
  readonly arguments: ReadonlySet<string>;
  /** Values of enumerated arguments, by (dotted) name. */
  readonly values: ReadonlyMap<string, ReadonlySet<unknown>>;
}

/** The same by place, as far as a walk has come; undefined where nothing is withheld any more. */
interface Gone {
  readonly arguments: Places<true> | undefined;
  readonly values: Places<ReadonlySet<unknown>> | undefined;
}

/** Whether of a switch only one position is left: there is nothing to choose, and its absence says the same. */
const isStuck = (schema: Schema, values: Gone['values']): boolean =>
  schema.type === 'boolean' && (values?.here?.size ?? 0) > 0;

const without = (schema: Schema, gone: Gone): Schema => {
  const withheld = gone.values?.here;
  const values =
    withheld && schema.enum ? { enum: schema.enum.filter((value) => !withheld.has(value)) } : {};
  if (schema.items) return { ...schema, ...values, items: without(schema.items, gone) };
  return schema.properties ? { ...schema, ...members(schema, gone) } : { ...schema, ...values };
};

const members = (
  schema: Schema,
  gone: Gone,
): {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
} => {
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
      const onward = { arguments: gone.arguments?.at(name), values: gone.values?.at(name) };
      const isLeftOut =
        onward.arguments?.here ||
        (isStuck(inner, onward.values) && !schema.required?.includes(name));
      return isLeftOut ? [] : [[name, without(inner, onward)]];
    }),
  );
  return {
    properties,
    ...(schema.required && { required: schema.required.filter((name) => name in properties) }),
  };
};

/** The schema of a tool without withheld arguments and enum values. Pure; the tool stays as it is. */
export const narrow = (tool: Tool, withheld: Withheld): InputSchema => {
  if (withheld.arguments.size === 0 && withheld.values.size === 0) return tool.inputSchema;
  const gone = { arguments: placesNamed(withheld.arguments), values: placesOf(withheld.values) };
  return { type: 'object', ...members(tool.inputSchema, gone), additionalProperties: false };
};
