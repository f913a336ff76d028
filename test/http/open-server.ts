// Opens the real assembly on a free port, in front of a few small tools, for tests that come through the door.
import { request as httpRequest } from 'node:http';
import { inputRequired, inputResponse, McpServer } from '@modelcontextprotocol/server';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import { openToLoopback } from '../../src/http/authentication/none.ts';
import { createMetrics } from '../../src/http/operating/metrics.ts';
import type { Principal } from '../../src/http/principal.ts';
import { type HttpServer, type HttpServerOptions, startHttp } from '../../src/http/start.ts';
import type { LogFields } from '../../src/log.ts';
import { deferred } from './deferred.ts';
import { realClock } from './real-clock.ts';

/** A call of the tool `hold`, which goes on until the test lets it end. */
export interface HeldCall {
  readonly principal: string;
  readonly signal: AbortSignal;
  letGo(): void;
}

export interface OpenServer {
  readonly server: HttpServer;
  readonly port: number;
  readonly url: URL;
  /** Every line that was logged. */
  readonly lines: string[];
  /** Calls of `hold` that have begun and not ended. */
  readonly held: HeldCall[];
  /** Resolves when so many calls of `hold` are going on. */
  holding(count: number): Promise<void>;
}

const annotations = { readOnlyHint: true };

const makeTools =
  (held: HeldCall[], began: () => void) => (_context: unknown, principal: Principal) => {
    const server = new McpServer(
      { name: 'small', version: '1' },
      { capabilities: { tools: { listChanged: false } } },
    );
    const say = (text: string) => ({ content: [{ type: 'text' as const, text }] });
    server.registerTool('whoami', { description: 'Tells the principal.', annotations }, () =>
      say(principal.id),
    );
    server.registerTool(
      'echo',
      { description: 'Says it again.', inputSchema: z.object({ text: z.string() }), annotations },
      ({ text }) => say(text),
    );
    server.registerTool('hold', { description: 'Waits for the test.', annotations }, (context) => {
      const { promise, resolve } = deferred();
      const call: HeldCall = {
        principal: principal.id,
        signal: context.mcpReq.signal,
        letGo: () => {
          const index = held.indexOf(call);
          if (index >= 0) held.splice(index, 1);
          resolve();
        },
      };
      context.mcpReq.signal.addEventListener('abort', () => call.letGo(), { once: true });
      held.push(call);
      began();
      return promise.then(() => say('let go'));
    });
    server.registerTool('ask', { description: 'Asks the user.', annotations }, (context) => {
      const said = inputResponse(context.mcpReq.inputResponses, 'sure');
      if (said.kind === 'elicit') return say(`the user said ${said.action}`);
      return inputRequired({
        inputRequests: {
          sure: inputRequired.elicit({
            message: 'Sure?',
            requestedSchema: { type: 'object', properties: { yes: { type: 'boolean' } } },
          }),
        },
      });
    });
    return server;
  };

/** Opens a server; it is closed when the test has finished. */
export const openServer = async (
  options: Partial<HttpServerOptions<Principal>> = {},
): Promise<OpenServer> => {
  const lines: string[] = [];
  const held: HeldCall[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const look = (): void => {
    for (const one of [...waiting]) if (held.length >= one.count) one.resolve();
  };
  const line = (level: string) => (fields: LogFields, message: string) => {
    lines.push(JSON.stringify({ level, message, ...fields, error: String(fields['error'] ?? '') }));
  };
  const server = await startHttp<Principal>({
    factory: makeTools(held, look),
    authenticator: openToLoopback({ id: 'anyone' }),
    hosts: [],
    origins: [],
    loopbackPages: true,
    host: '127.0.0.1',
    port: 0,
    trustedProxies: [],
    publicUrl: null,
    metrics: await createMetrics(),
    log: {
      debug: line('debug'),
      info: line('info'),
      warn: line('warn'),
      error: line('error'),
      flush: async () => {},
    },
    clock: realClock,
    drainTimes: { notice: 0, finish: 0 },
    ...options,
  });
  onTestFinished(async () => {
    for (const call of [...held]) call.letGo();
    await server.drain();
  });
  return {
    server,
    port: server.port,
    url: new URL(`http://127.0.0.1:${server.port}/mcp`),
    lines,
    held,
    holding: (count) => {
      const { promise, resolve } = deferred();
      waiting.push({ count, resolve });
      look();
      return promise;
    },
  };
};

export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface RawRequest {
  readonly port: number;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly signal?: AbortSignal;
}

/** One request exactly as given: unlike fetch it sends any Host and any method. */
export const send = ({
  port,
  method = 'GET',
  path = '/mcp',
  headers = {},
  body,
  signal,
}: RawRequest): Promise<RawReply> =>
  new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, agent: false, ...(signal && { signal }) },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.once('error', reject);
        incoming.once('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
        );
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });

const acceptBoth = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
};

export interface Call {
  readonly port: number;
  readonly tool: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly id?: number;
}

/** A tool call of the new protocol generation, by hand. */
export const callModern = ({
  port,
  tool,
  headers,
  signal,
  id = 1,
  ...call
}: Call): Promise<RawReply> =>
  send({
    port,
    method: 'POST',
    headers: {
      ...acceptBoth,
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': tool,
      ...headers,
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: {
        name: tool,
        arguments: call.arguments ?? {},
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientCapabilities': {},
          'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
        },
      },
    }),
    ...(signal && { signal }),
  });

/** A POST of any JSON, as clients of the old generation send it. */
export const post = (
  port: number,
  json: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> =>
  send({
    port,
    method: 'POST',
    headers: { ...acceptBoth, ...headers },
    body: JSON.stringify(json),
  });

/** A tool call of the old protocol generation, by hand. */
export const callLegacy = ({ port, tool, headers, ...call }: Call): Promise<RawReply> =>
  post(
    port,
    {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: tool, arguments: call.arguments ?? {} },
    },
    headers,
  );
