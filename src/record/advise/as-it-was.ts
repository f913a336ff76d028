// The tool of a recorded call with what is known of it: the conditions that it met, and what it did then.
import type { Tool } from '../../../tools/tool/tool.ts';
import { conditionsOf } from '../read/hidden.ts';
import type { RecordedCall } from '../read/recorded-call.ts';
import { effectOf } from './use.ts';

/** As the guard and a policy are to look at it. */
export const asItWas = (tool: Tool, call: RecordedCall): Tool => ({
  ...tool,
  endpoint: {
    ...tool.endpoint,
    conditions: conditionsOf(tool, call.given).met,
    effect: effectOf(tool, call),
  },
});
