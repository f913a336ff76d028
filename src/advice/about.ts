// What advice is about: the call, and who may do what beside it.
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Guard } from '../guard/guard.ts';

/** A call of a tool, with what its caller may use besides. */
export interface About {
  readonly tool: Tool;
  readonly given: Arguments;
  readonly guard: Guard;
  readonly box: ToolBox;
}
