// MCP behind the gate: a session where there is one, the short way for plain calls, the SDK for everything else.
import {
  createMcpHandler,
  isLegacyRequest,
  type McpRequestContext,
  type McpServer,
  type ServerNotifier,
} from '@modelcontextprotocol/server';
import type { Log } from '../log.ts';
import type { Clock } from '../ports.ts';
import type { Exchange } from './exchange.ts';
import type { HttpLimits } from './http-limits.ts';
import { asksForSession } from './messages.ts';
import { type PlainCall, plainCallIn } from './plain-call.ts';
import { Admission, type Principal } from './principal.ts';
import { jsonReply, type Reply, replyOf } from './reply.ts';
import { Sessions } from './sessions.ts';

/** What the service answers with. */
export interface McpServiceOptions<P extends Principal> {
  /** Makes the server for one request, or for one session; must be cheap and share only what never changes. */
  readonly factory: (context: McpRequestContext, principal: P) => McpServer | Promise<McpServer>;
  /**
   * Answers a plain tool call with the JSON of its result, as the factory's server would, but without a server;
   * undefined when this call needs one. Absent: every call goes through the factory.
   */
  readonly answerPlainly?: (
    principal: P,
    call: PlainCall,
    signal: AbortSignal,
  ) => Promise<string> | undefined;
  readonly log: Log;
  readonly clock: Clock;
}

/** MCP for admitted principals. */
export interface McpService<P extends Principal> {
  /** @param body the parsed body; undefined when the request has none. */
  serve(exchange: Exchange, body: unknown, admission: Admission<P>): Promise<Reply>;
  readonly sessionCount: number;
  /** Tells every open subscription that a list changed; it reaches all principals alike. */
  readonly notify: ServerNotifier;
  close(): Promise<void>;
}

/** Subscriptions that may be open at once. Nothing is announced over HTTP, so they end as soon as they begin. */
const mostSubscriptions = 64;

/** Puts the service together. */
export const createMcpService = <P extends Principal>(
  options: McpServiceOptions<P>,
  limits: HttpLimits,
): McpService<P> => {
  const { factory, answerPlainly, log, clock } = options;

  const principalIn = (context: McpRequestContext): P => {
    // Only the gate makes admissions, and nothing reaches the factory without one.
    if (context.authInfo instanceof Admission) return context.authInfo.principal;
    throw new Error('a request reached the factory without having been admitted');
  };
  const handler = createMcpHandler((context) => factory(context, principalIn(context)), {
    // A short call needs no stream; the app turns long ones into streams before proxies give up on them.
    responseMode: 'auto',
    maxSubscriptions: mostSubscriptions,
    maxRequestBodySize: limits.body,
    onerror: (error) => log.debug({ error }, 'a request was not served'),
  });
  const sessions = new Sessions<P>(
    (admission, request) =>
      factory({ era: 'legacy', authInfo: admission, requestInfo: request }, admission.principal),
    limits.sessions,
    clock,
  );

  const plainly = (exchange: Exchange, body: unknown, principal: P): Promise<Reply> | undefined => {
    const call = answerPlainly && plainCallIn(body, exchange);
    const answer = call && answerPlainly(principal, call, exchange.signal);
    return answer?.then((result) =>
      jsonReply(`{"jsonrpc":"2.0","id":${JSON.stringify(call?.id)},"result":${result}}`),
    );
  };

  const inSession = async (
    exchange: Exchange,
    body: unknown,
    admission: Admission<P>,
  ): Promise<Reply | undefined> => {
    const id = exchange.header('mcp-session-id');
    const onEnd = (listener: () => void): void => exchange.onEnd(listener);
    if (id !== null && (body === undefined || (await isLegacyRequest(exchange.request, body))))
      return sessions.serve(id, exchange.request, body, admission, onEnd);
    return asksForSession(body)
      ? sessions.open(exchange.request, body, admission, onEnd)
      : undefined;
  };

  return {
    notify: handler.notify,
    get sessionCount() {
      return sessions.size;
    },
    serve: async (exchange, body, admission) => {
      const short = plainly(exchange, body, admission.principal);
      if (short) return short;
      const reply = await inSession(exchange, body, admission);
      if (reply) return reply;
      const response = await handler.fetch(exchange.request, {
        authInfo: admission,
        ...(body !== undefined && { parsedBody: body }),
      });
      return replyOf(response);
    },
    close: async () => {
      sessions.closeAll();
      await handler.close();
    },
  };
};
