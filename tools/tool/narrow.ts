// Narrows a tool's schema to what a grant can use, so that a model is not offered what would be refused.
import type { Schema } from '../../scope-map/facts.ts';
import type { InputSchema, Tool } from './tool.ts';

/** What of a tool is not offered. */
export interface Withheld {
  /** Arguments by (dotted) name. */
  readonly arguments: ReadonlySet<string>;
  /** Values of enumerated arguments, by (dotted) name. */
  readonly values: ReadonlyMap<string, ReadonlySet<unknown>>;
}

const without = (schema: Schema, path: string, withheld: Withheld): Schema => {
  const gone = withheld.values.get(path);
  const values =
    gone && schema.enum ? { enum: schema.enum.filter((value) => !gone.has(value)) } : {};
  if (schema.items) return { ...schema, ...values, items: without(schema.items, path, withheld) };
  return schema.properties
    ? { ...schema, ...members(schema, `${path}.`, withheld) }
    : { ...schema, ...values };
};

const members = (
  schema: Schema,
  prefix: string,
  withheld: Withheld,
): {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
} => {
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
      withheld.arguments.has(prefix + name)
        ? []
        : [[name, without(inner, prefix + name, withheld)]],
    ),
  );
  return {
    properties,
    ...(schema.required && { required: schema.required.filter((name) => name in properties) }),
  };
};

/** The schema of a tool without withheld arguments and enum values. Pure; the tool stays as it is. */
export const narrow = (tool: Tool, withheld: Withheld): InputSchema =>
  withheld.arguments.size === 0 && withheld.values.size === 0
    ? tool.inputSchema
    : { type: 'object', ...members(tool.inputSchema, '', withheld), additionalProperties: false };
