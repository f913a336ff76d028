// The finder tools: one that finds, and three that call what was found, told apart by what a call may do.
import type { Outline } from '../../../tools/tool/outline.ts';
import type { Annotations } from '../../../tools/tool/tool.ts';
import type { OfferedTool } from '../../guard/guard.ts';

/** Which of the calling finders a call goes through. */
export type Through = 'read' | 'write' | 'destroy';

/** The name of the finder that finds. */
export const findTools = 'find_tools';

/** The names of the finders that call. */
export const callingFinders: Readonly<Record<string, Through>> = {
  call_read_tool: 'read',
  call_write_tool: 'write',
  call_destroy_tool: 'destroy',
};

/** The finder for calls of this kind. */
export const finderFor = (through: Through): string => `call_${through}_tool`;

/** The finder that a tool is usually called through; a call may need another, for what its arguments do. */
export const throughOf = ({ readOnlyHint, destructiveHint }: Annotations): Through =>
  readOnlyHint ? 'read' : destructiveHint ? 'destroy' : 'write';

const calling = (through: Through, title: string, description: string): OfferedTool => ({
  name: finderFor(through),
  title,
  description,
  inputSchema: {
    type: 'object',
    properties: {
      name: { type: 'string', description: `Tool name from ${findTools}.` },
      arguments: {
        type: 'object',
        description: 'Its arguments, by the schema that was found.',
        properties: {},
        additionalProperties: true,
      },
    },
    required: ['name'],
    additionalProperties: false,
  },
  annotations: {
    readOnlyHint: through === 'read',
    destructiveHint: through === 'destroy',
    idempotentHint: through === 'read',
    openWorldHint: true,
  },
});

/** What a client is shown of the finders. */
export const offeredFinders: readonly OfferedTool[] = [
  {
    name: findTools,
    title: 'Find tools',
    description:
      'Finds further tools for DigitalOcean by what you want to do, with their schemas; call them with the call_*_tool that each names.',
    inputSchema: {
      type: 'object',
      properties: {
        request: {
          type: 'string',
          description: 'What you want to do, in a few words.',
          maxLength: 200,
        },
        area: {
          type: 'string',
          description: 'Only in this area, such as databases.',
          maxLength: 64,
        },
        most: { type: 'integer', description: 'Default 3.', minimum: 1, maximum: 10 },
      },
      required: ['request'],
      additionalProperties: false,
    },
    annotations: {
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  },
  calling('read', 'Call a reading tool', 'Calls a found tool that only reads.'),
  calling('write', 'Call a changing tool', 'Calls a found tool that changes and does not destroy.'),
  calling(
    'destroy',
    'Call a destroying tool',
    'Calls a found tool that destroys something for good.',
  ),
];

/**
 * The finders that reach these tools. Reading alone needs no other finder to call; whatever changes something may
 * destroy by its arguments, and a reading tool that gives a credential away is called as a change.
 */
export const findersFor = (reached: Iterable<Outline>): readonly OfferedTool[] => {
  let isAny = false;
  let gives = false;
  for (const { effect, onlyDiscloses } of reached) {
    if (effect !== 'read') return offeredFinders;
    isAny = true;
    gives ||= onlyDiscloses;
  }
  return offeredFinders.filter(({ name }) => {
    const through = callingFinders[name];
    return isAny && through !== 'destroy' && (through !== 'write' || gives);
  });
};
