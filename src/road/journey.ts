// One call on its way down the road, and what every call shares.
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool/tool-box.ts';
import type { CallContext } from '../client/client.ts';
import type { Guard } from '../guard/guard.ts';
import type { Log } from '../log.ts';
import type { Caller } from './caller.ts';
import type { Confirm } from './consent.ts';

/** What every call shares. */
export interface CallRoad {
  readonly box: ToolBox;
  readonly confirm: Confirm;
  readonly log: Log;
}

/** What was asked, by whom, and with which permission. */
export interface Journey {
  readonly tool: Tool;
  /** Validated and allowed. */
  readonly given: Arguments;
  readonly caller: Caller;
  readonly guard: Guard;
  readonly context: CallContext;
  readonly road: CallRoad;
}
