// Answers plain calls of reading tools without building an MCP server for each: the same road, the same result.
import { SERVER_INFO_META_KEY } from '@modelcontextprotocol/server';
import type { Caller } from '../../road/caller.ts';
import { answerTool, type ServerParts } from '../../server/mcp-server.ts';
import type { PlainCall } from './plain-call.ts';

/**
 * The JSON of the result of a plain call, or undefined when the call needs a server: the tool is unknown, or
 * it changes or discloses something, so that a person may have to be asked through the client.
 */
export const answerPlainCall = (
  parts: ServerParts,
  caller: Caller,
  call: PlainCall,
  signal: AbortSignal,
): Promise<string> | undefined => {
  const tool = parts.road.box.named(call.name);
  if (tool?.endpoint.effect !== 'read' || tool.endpoint.discloses?.only) return undefined;
  return answerTool(parts, caller, tool, call.given, { signal }).then((result) =>
    JSON.stringify(
      call.generation === 'new'
        ? {
            ...result,
            resultType: 'complete',
            _meta: { [SERVER_INFO_META_KEY]: parts.identity },
          }
        : result,
    ),
  );
};
