// Tells a JSON object from everything else that JSON can hold.

/** An object as JSON gives it: nothing is known of its values. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object, and neither null nor a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
