// The JSON Schema of the files that --policy takes, as it is published for editors.
import * as z from 'zod';

/** The text of the schema of a shape. */
export const schemaText = (shape: z.ZodType): string => {
  const schema = z.toJSONSchema(shape, { io: 'input', reused: 'ref' });
  return `${JSON.stringify({ title: 'What agents, or whoever calls, may do by do-mcp', ...schema }, null, 2)}\n`;
};
