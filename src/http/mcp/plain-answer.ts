// Answers plain calls without building an MCP server for each: the same road from its first step, the same result.
import { SERVER_INFO_META_KEY } from '@modelcontextprotocol/server';
import type { CallContext } from '../../client/client.ts';
import { callTool } from '../../road/call-tool.ts';
import type { Caller } from '../../road/caller.ts';
import { said } from '../../road/said.ts';
import { resultOf, type ServerParts } from '../../server/mcp-server.ts';
import type { PlainCall } from './plain-call.ts';

/**
 * The JSON of the result of a plain call; undefined when the call needs a server: the tool is unknown, or the road
 * says that a person has to be asked, who can only be reached through one.
 */
export const answerPlainCall = async (
  parts: ServerParts,
  caller: Caller,
  call: PlainCall,
  context: CallContext,
): Promise<string | undefined> => {
  const meaning = await parts.menu.meaning(call.name, call.given, () => caller.guard());
  if (!meaning) return undefined;
  const outcome =
    meaning.kind === 'inventory'
      ? await (await import('../../inventory/account-inventory.ts')).callInventory({
          raw: meaning.raw,
          caller,
          client: call.client,
          road: parts.road,
          context,
        })
      : meaning.kind === 'said'
        ? await said(
            parts.road,
            { name: call.name, raw: call.given, caller, client: call.client },
            meaning,
          )
        : await callTool({
            ...meaning.call,
            caller,
            person: { kind: 'elsewhere' },
            client: call.client,
            context,
            road: parts.road,
          });
  if (!outcome || 'asks' in outcome) return undefined;
  const result = resultOf(outcome);
  return JSON.stringify(
    call.generation === 'new'
      ? { ...result, resultType: 'complete', _meta: { [SERVER_INFO_META_KEY]: parts.identity } }
      : result,
  );
};
