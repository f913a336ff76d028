// Permits for the reads that follow a call: each is put before the judge like any other call.
import { buildRequest } from '../../tools/request/build-request.ts';
import { ArgumentRefused } from '../../tools/request/path.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { ApiCall, CallContext } from '../client/client.ts';
import type { Guard } from '../guard/guard.ts';
import { ApiCall as Permit } from '../guard/permit.ts';
import type { Caller } from './caller.ts';

/** The permit for one read; undefined when the judge refuses it, or a reply named something that is no id. */
export const permitRead = async (
  guard: Guard,
  tool: Tool,
  given: Arguments,
): Promise<ApiCall | undefined> => {
  // Only a read may follow of itself; whatever changes something is a call of its own.
  if (tool.endpoint.effect !== 'read') return undefined;
  try {
    const request = buildRequest(tool, given);
    return (await Permit.ask(guard, { tool, given, request })).permit;
  } catch (error) {
    if (error instanceof ArgumentRefused) return undefined;
    throw error;
  }
};

/**
 * Permits for whatever read the client wants to make after a call. The caller's rights are asked about anew for each:
 * waiting may outlast them.
 */
export const followUpPermits =
  (box: ToolBox, caller: Caller): NonNullable<CallContext['permits']> =>
  async (operation, given) => {
    const tool = await box.forOperation(operation);
    return tool && permitRead(await caller.guard(), tool, given);
  };
