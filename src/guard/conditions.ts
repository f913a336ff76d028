// Tells which conditions of an endpoint can only be met, never avoided.
import type { Condition } from '../../scope-map/endpoint.ts';
import type { Tool } from '../../tools/tool/tool.ts';

/**
 * Whether a condition asks for the presence of an argument that the call requires anyway. Such a condition never
 * blocks; it is named when DigitalOcean answers 403.
 */
export const isUnavoidable = (tool: Tool, { when }: Condition): boolean =>
  when.is === undefined &&
  when.absent === undefined &&
  (tool.inputSchema.required ?? []).includes(when.argument);
