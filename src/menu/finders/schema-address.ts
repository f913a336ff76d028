// Where the whole input schema of a tool can be read as a resource.

/** The address before the name of the tool. */
export const schemaPrefix = 'do://schemas/';

/** The address of the schema of one tool. */
export const addressOfSchema = (name: string): string => `${schemaPrefix}${name}`;
