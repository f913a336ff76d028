// The JSON Schema of the file of agents, as it is published for editors.
import * as z from 'zod';

/** The text of the schema of a shape. */
export const schemaText = (shape: z.ZodType): string => {
  const schema = z.toJSONSchema(shape, { io: 'input', reused: 'ref' });
  return `${JSON.stringify({ title: 'Agents of do-mcp, and what each may do', ...schema }, null, 2)}\n`;
};
