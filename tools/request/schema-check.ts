// Checks a value against a JSON Schema of ours, by a validator that is made with its first use.
import * as z from 'zod';
import type { Schema } from '../../scope-map/facts.ts';
import type { InputSchema } from '../tool/tool.ts';

/** What a schema says against a value; empty when nothing. */
export type SchemaCheck = (value: unknown) => readonly z.core.$ZodIssue[];

// Sentences are ours: words of the validator's own would only cost time.
const unworded = { error: () => 'wrong' };

/** A check against one schema. The validator is made when the first value comes, never at start. */
export const checkAgainst = (schema: Schema | InputSchema): SchemaCheck => {
  let type: z.ZodType | undefined;
  return (value) => {
    // The distiller writes plain JSON Schema; zod's parameter type only adds mutability.
    type ??= z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    const result = type.safeParse(value, unworded);
    return result.success ? [] : result.error.issues;
  };
};
