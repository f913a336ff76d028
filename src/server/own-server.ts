// The SDK's server, but for two things: arguments reach us as they were sent, and no dump of its validator goes out.
import {
  type CallToolResult,
  type JSONRPCRequest,
  ProtocolError,
  ProtocolErrorCode,
  type Result,
  Server,
  type ServerContext,
  type StandardSchemaV1,
} from '@modelcontextprotocol/server';
import { isObject } from '../../tools/json-object.ts';

type Handler = (request: JSONRPCRequest, context: ServerContext) => Promise<Result>;

/** How the SDK's validator speaks: a list of issues, as JSON, behind a few words or by itself. */
const isDump = (message: string): boolean => /(^|: )\[\s*\{/.test(message);

const inWords = (method: string, error: unknown): unknown =>
  error instanceof Error && isDump(error.message)
    ? new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `The params of ${method} do not have the form that the protocol gives them.`,
      )
    : error;

/** What a client calls, with its arguments as they were sent. */
export interface SentCall {
  readonly name: string;
  readonly arguments: unknown;
}

/** The params of a call, of which only the name is looked at here. */
const sentCall: StandardSchemaV1<Readonly<Record<string, unknown>>, SentCall> = {
  '~standard': {
    version: 1,
    vendor: 'do-mcp',
    validate: (params) => {
      const { name, arguments: raw } = isObject(params) ? params : {};
      return typeof name === 'string'
        ? { value: { name, arguments: raw } }
        : { issues: [{ message: 'name must be the name of a tool' }] };
    },
  },
};

/**
 * A server that leaves the arguments of a call to whoever handles it: the SDK would refuse what clients send for
 * "none" (null, an empty text) or as JSON text, and in words that no model can act on.
 */
export class OwnServer extends Server {
  /** Handles every call of a tool. */
  onCall(handler: (call: SentCall, context: ServerContext) => Promise<CallToolResult>): void {
    this.setRequestHandler('tools/call', { params: sentCall }, handler);
  }

  protected override _wrapHandler(method: string, handler: Handler): Handler {
    const checked = super._wrapHandler(method, handler);
    return async (request, context) => {
      try {
        return await (method === 'tools/call'
          ? this.#call(request, context, handler)
          : checked(request, context));
      } catch (error) {
        throw inWords(method, error);
      }
    };
  }

  /** The SDK looks at a call without its arguments, and the handler gets the call with them. */
  #call(request: JSONRPCRequest, context: ServerContext, handler: Handler): Promise<Result> {
    const { arguments: _, ...looked } = request.params ?? {};
    const checked = super._wrapHandler('tools/call', (_looked, inner) => handler(request, inner));
    return checked({ ...request, params: looked }, context);
  }
}
