// Answers plain calls without building an MCP server for each: the same road from its first step, the same result.
import { SERVER_INFO_META_KEY } from '@modelcontextprotocol/server';
import type { CallContext } from '../../client/client.ts';
import { Brought } from '../../road/brought.ts';
import { callTool } from '../../road/call-tool.ts';
import type { Caller } from '../../road/caller.ts';
import { said } from '../../road/said.ts';
import { resultOf, type ServerParts } from '../../server/mcp-server.ts';
import type { PlainCall } from './plain-call.ts';

/**
 * The JSON of the result of a plain call. Undefined when the call needs a server, since the tool is unknown; or what
 * the call is to bring along to one, since a person has to be asked, who can only be reached through it.
 */
export const answerPlainCall = async (
  parts: ServerParts,
  caller: Caller,
  call: PlainCall,
  context: CallContext,
): Promise<string | Brought | undefined> => {
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
  if (outcome instanceof Brought) return outcome;
  if ('asks' in outcome) return undefined;
  const result = resultOf(outcome);
  return JSON.stringify(
    call.generation === 'new'
      ? { ...result, resultType: 'complete', _meta: { [SERVER_INFO_META_KEY]: parts.identity } }
      : result,
  );
};
