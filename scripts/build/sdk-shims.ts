// Stands in for the SDK's runtime shims in the bundle, the server's and the client's: zod, which is there anyway, instead of Ajv.
import type { JsonSchemaType, JsonSchemaValidator } from '@modelcontextprotocol/server';
import { fromJSONSchema } from 'zod';

export { default as process } from 'node:process';

/** For the client: whether a browser may stand between it and what it asks. */
export const CORS_IS_POSSIBLE = false;

/**
 * The SDK's default validator, used for what people answer to a form and for schemas given as plain JSON.
 * Ajv would add 150 kB to every start; our forms are flat objects of strings, numbers and booleans.
 */
export class DefaultJsonSchemaValidator {
  /** Compiles on the first input, so that nobody pays at start. */
  getValidator<T>(schema: JsonSchemaType): JsonSchemaValidator<T> {
    let compiled: ReturnType<typeof fromJSONSchema> | undefined;
    return (input) => {
      // Two libraries' types of one and the same thing, JSON Schema, which do not overlap.
      compiled ??= fromJSONSchema(schema as unknown as Parameters<typeof fromJSONSchema>[0]);
      const result = compiled.safeParse(input);
      return result.success
        ? { valid: true, data: input as T, errorMessage: undefined }
        : {
            valid: false,
            data: undefined,
            errorMessage: result.error.issues
              .map((issue) => `${issue.path.join('/') || 'data'} ${issue.message}`)
              .join(', '),
          };
    };
  }
}
