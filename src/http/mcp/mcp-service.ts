// MCP behind the gate: a session where there is one, the short way for plain calls, the SDK for everything else.
import {
  createMcpHandler,
  isLegacyRequest,
  type McpRequestContext,
  type McpServer,
  type Server,
  type ServerNotifier,
} from '@modelcontextprotocol/server';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import type { DoorAnswer } from '../doors/door.ts';
import type { Exchange } from '../exchange.ts';
import type { HttpLimits } from '../http-limits.ts';
import { Admission, type Principal, type Who } from '../principal.ts';
import { jsonReply, Reply, replyOf } from '../reply.ts';
import { eventOf, jsonOfEvents } from './event-frames.ts';
import { asksForSession } from './message-ids.ts';
import { type PlainCall, plainCallIn } from './plain-call.ts';
import { Sessions } from './sessions.ts';
import { slowJson, slowStream } from './slow-reply.ts';
import { acceptOfSdk, type WantedForm, wantedForm } from './wanted-form.ts';

/** What the service answers with. */
export interface McpServiceOptions<P extends Principal> {
  /**
   * Makes the server for one request, or for one session; must be cheap and share only what never changes.
   * @param now to be asked whenever it matters: what a principal may do can change while a session lasts.
   */
  readonly factory: (
    context: McpRequestContext,
    principal: P,
    now: Who<P>,
  ) => McpServer | Server | Promise<McpServer | Server>;
  /**
   * Answers a plain tool call with the JSON of its result, as the factory's server would, but without a server. When
   * this call needs one, nothing has been done: then undefined, or what the call is to bring along in its admission.
   * Absent: every call goes through the factory.
   */
  readonly answerPlainly?: (
    admission: Admission<P>,
    call: PlainCall,
    signal: AbortSignal,
    now: Who<P>,
  ) => Promise<string | object | undefined>;
  readonly log: Log;
  readonly clock: Clock;
}

/** MCP for admitted principals. */
export interface McpService<P extends Principal> {
  /** @param body the parsed body; undefined when the request has none. */
  serve(exchange: Exchange, body: unknown, admission: Admission<P>): Promise<DoorAnswer>;
  readonly sessionCount: number;
  /** Tells every open subscription that a list changed; it reaches all principals alike. */
  readonly notify: ServerNotifier;
  close(): Promise<void>;
}

/** Subscriptions that may be open at once. Nothing is announced over HTTP, so they end as soon as they begin. */
const mostSubscriptions = 64;

/** The reply in the form that the client takes. */
const inForm = async (reply: Reply, form: WantedForm, body: unknown): Promise<Reply> => {
  const { status, headers } = reply;
  if (form === 'json' && typeof reply.body !== 'string') {
    const { 'content-type': _, ...others } = headers;
    const text = await jsonOfEvents(reply.body, Array.isArray(body));
    return new Reply(status, { ...others, ...slowJson.headers }, text);
  }
  if (form === 'stream' && status === 200 && typeof reply.body === 'string' && reply.body !== '')
    return new Reply(status, { ...headers, ...slowStream.headers }, eventOf(reply.body));
  return reply;
};

/**
 * Puts the service together.
 * @param now the principal as it stands now; null when it is not admitted any more.
 */
export const createMcpService = <P extends Principal>(
  options: McpServiceOptions<P>,
  limits: HttpLimits,
  now: (principal: P) => P | null,
): McpService<P> => {
  const { factory, answerPlainly, log, clock } = options;

  const principalIn = ({ authInfo }: McpRequestContext): P => {
    // Only the gate makes admissions, and nothing reaches the factory without one.
    if (authInfo instanceof Admission) return authInfo.principal;
    throw new Error('a request reached the factory without having been admitted');
  };
  const makeOnce = (
    context: McpRequestContext,
  ): McpServer | Server | Promise<McpServer | Server> => {
    const principal = principalIn(context);
    return factory(context, principal, () => now(principal));
  };
  const handler = createMcpHandler(makeOnce, {
    // A short call needs no stream; the door begins long ones before proxies give up on them.
    responseMode: 'auto',
    maxSubscriptions: mostSubscriptions,
    maxRequestBodySize: limits.body,
    onerror: (error) => log.debug({ error }, 'a request was not served'),
  });
  const sessions = new Sessions<P>(
    (admission, who, request) =>
      factory(
        { era: 'legacy', authInfo: admission, requestInfo: request },
        admission.principal,
        who,
      ),
    now,
    limits.sessions,
    clock,
  );

  const plainly = async (
    exchange: Exchange,
    body: unknown,
    admission: Admission<P>,
  ): Promise<Reply | object | undefined> => {
    const call = answerPlainly && plainCallIn(body, exchange);
    if (!call) return undefined;
    const who = (): P | null => now(admission.principal);
    const result = await answerPlainly(admission, call, exchange.signal, who);
    return typeof result !== 'string'
      ? result
      : jsonReply(`{"jsonrpc":"2.0","id":${JSON.stringify(call.id)},"result":${result}}`);
  };

  const inSession = async (
    exchange: Exchange,
    request: Request,
    body: unknown,
    admission: Admission<P>,
  ): Promise<DoorAnswer | undefined> => {
    const id = exchange.header('mcp-session-id');
    const onEnd = (listener: () => void): void => exchange.onEnd(listener);
    if (id !== null && (body === undefined || (await isLegacyRequest(request, body))))
      return sessions.serve(id, request, body, admission, onEnd);
    // Whoever reads JSON only cannot be asked anything on the way.
    return asksForSession(body) && wantedForm(exchange) !== 'json'
      ? sessions.open(request, body, admission, onEnd)
      : undefined;
  };

  const served = async (
    exchange: Exchange,
    body: unknown,
    first: Admission<P>,
  ): Promise<DoorAnswer> => {
    const short = await plainly(exchange, body, first);
    if (short instanceof Reply) return short;
    const admission = short
      ? new Admission(first.principal, clock.now(), { ...first, brought: short })
      : first;
    const request = exchange.requestAccepting(acceptOfSdk);
    const answer = await inSession(exchange, request, body, admission);
    if (answer) return answer;
    const response = await handler.fetch(request, {
      authInfo: admission,
      ...(body !== undefined && { parsedBody: body }),
    });
    return replyOf(response);
  };

  return {
    notify: handler.notify,
    get sessionCount() {
      return sessions.size;
    },
    serve: async (exchange, body, admission) => {
      // By whomever it is used: a session that is over must not wait for its own client to find out.
      sessions.lookThrough();
      const answer = await served(exchange, body, admission);
      const form = body === undefined ? 'either' : wantedForm(exchange);
      return answer instanceof Reply && form !== 'either' ? inForm(answer, form, body) : answer;
    },
    close: async () => {
      sessions.closeAll();
      await handler.close();
    },
  };
};
