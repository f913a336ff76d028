// The shape of what a file says of somebody, whoever it is: limits, grants and rules; and of a file that holds everybody.
import * as z from 'zod';
import { budgetFields, policyFields } from '../shape.ts';

/** What bounds somebody before any grant is looked at, and what is said of them besides. */
export const rightsFields = {
  areas: z.array(z.string()).min(1).optional().describe('Just these areas.'),
  tools: z.array(z.string()).min(1).optional().describe('Just these tools.'),
  excludeTools: z.array(z.string()).optional().describe('All but these tools.'),
  note: z.string().optional().describe('For people.'),
  callsPerMinute: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe('How many calls may be made in any minute.'),
  ...budgetFields,
  ...policyFields,
};

/** Whether somebody may change anything. */
export const accessShape = z.enum(['read', 'write']);

/** What stands at the head of every such file. */
export const headFields = {
  $schema: z.string().optional(),
  version: z.literal(1, { error: 'must be 1' }),
};

/** A file that names no agents: what it says holds whoever calls. */
export const ownShape = z.strictObject({
  ...headFields,
  access: accessShape.optional().describe('Default: as the options say.'),
  ...rightsFields,
});

/** What a file says of somebody, as written. */
export type WrittenRights = Omit<z.infer<typeof ownShape>, keyof typeof headFields>;
