// An agent for tests: a real MCP client of either generation, talking to the program in this process.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { createMcpHandler, InMemoryTransport } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';
import { parseCommandLine } from '../src/configuration/command-line.ts';
import { valuesOf } from '../src/configuration/environment.ts';
import { readSettings, type Settings } from '../src/configuration/settings.ts';
import { createProgram, type ProgramOverrides } from '../src/program.ts';
import { buildMcpServer } from '../src/server/mcp-server.ts';
import type { Tool } from '../tools/tool/tool.ts';
import { createToolBox } from '../tools/tool-box.ts';
import { newStateFolder } from './new-state-folder.ts';

/** Which generation of the protocol the client speaks. */
export type Generation = 'old' | 'new';

/** What a tool answered. */
export interface Reply {
  readonly isError: boolean;
  /** The JSON of the one text block. */
  readonly answer: Record<string, unknown>;
  readonly text: string;
}

/** A tool as the client sees it. */
export interface ListedTool {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly inputSchema: Record<string, unknown>;
  readonly annotations?: Record<string, unknown> | undefined;
}

/** A connected agent. */
export interface Agent {
  readonly settings: Settings;
  /** The program's own parts, for what no client can see. */
  readonly program: ReturnType<typeof createProgram>;
  list(): Promise<readonly ListedTool[]>;
  call(
    name: string,
    given?: Record<string, unknown>,
    options?: {
      readonly signal?: AbortSignal;
      readonly onprogress?: (update: { progress: number; message?: string | undefined }) => void;
    },
  ): Promise<Reply>;
  /** Sends any other request of the protocol. */
  ask(method: string, params?: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** All tools of the catalogue, as the program makes them. */
export const box = createToolBox();

/** The same, all areas loaded. */
export const tools = await box.all();

/** The tool with this name. */
export const toolNamed = (name: string): Tool => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`there is no tool ${name}`);
  return tool;
};

/** Any result: what is asked for is what a test looks at. */
const looseResult = z.looseObject({});

const address = new URL('http://127.0.0.1/mcp');

interface AnyClient {
  listTools(): Promise<{ tools: unknown[] }>;
  callTool(
    call: { name: string; arguments?: Record<string, unknown> },
    ...rest: never[]
  ): Promise<unknown>;
  request(request: { method: string; params?: unknown }, schema: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** The client's end of a wire, for either generation. */
interface Wire {
  readonly old: () => unknown;
  readonly new: () => Parameters<Client['connect']>[0];
  close(): Promise<void>;
}

/** What a client's person does with a form. */
export interface FormDone {
  readonly action: 'accept' | 'decline' | 'cancel';
  readonly content?: Record<string, string | boolean>;
}

/** Shows a form to a person who is made up. */
export type ShowForm = (form: {
  readonly message: string;
  readonly fields: readonly string[];
}) => Promise<FormDone>;

const shownBy = (show: ShowForm) => async (request: { params: unknown }) => {
  const { message, requestedSchema } = request.params as {
    message: string;
    requestedSchema: { properties: object };
  };
  return { ...(await show({ message, fields: Object.keys(requestedSchema.properties) })) };
};

const connect = async (
  generation: Generation,
  wire: Wire,
  show: ShowForm | undefined,
): Promise<AnyClient> => {
  const identity = { name: 'test-agent', version: '1' };
  const capabilities = show ? { elicitation: { form: {} } } : {};
  if (generation === 'old') {
    const client = new OldClient(identity, { capabilities });
    if (show) client.setRequestHandler(ElicitRequestSchema, shownBy(show));
    // The old SDK's declarations do not know exactOptionalPropertyTypes.
    await client.connect(wire.old() as Parameters<OldClient['connect']>[0]);
    return client as unknown as AnyClient;
  }
  const client = new Client(identity, {
    capabilities,
    versionNegotiation: { mode: { pin: '2026-07-28' } },
  });
  if (show) client.setRequestHandler('elicitation/create', shownBy(show));
  await client.connect(wire.new());
  return client as unknown as AnyClient;
};

type Build = () => ReturnType<typeof buildMcpServer>;

/** Streamable HTTP without a network: stateless, as `do-mcp http` serves it. */
const overHttp = (build: Build): Wire => {
  const handler = createMcpHandler(build, { responseMode: 'sse' });
  const fetcher: typeof fetch = (input, init) => handler.fetch(new Request(input, init));
  return {
    old: () => new OldTransport(address, { fetch: fetcher }),
    new: () => new StreamableHTTPClientTransport(address, { fetch: fetcher }),
    close: () => handler.close(),
  };
};

/** One connection that lasts, as `do-mcp stdio` serves it, without a process. */
const overStdio = (build: Build): Wire => {
  const [client, server] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(build, { transport: server });
  return { old: () => client, new: () => client, close: () => handle.close() };
};

/** How an agent is set up. */
export interface AgentOptions extends Omit<ProgramOverrides, 'environment'> {
  readonly generation?: Generation;
  /** The transport between the client and the server. Default: HTTP. */
  readonly over?: 'http' | 'stdio';
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The client can ask its person, and this is how. */
  readonly show?: ShowForm;
}

/** Starts the program in this process with these arguments and connects an agent to it. */
export const connectAgent = async (options: AgentOptions = {}): Promise<Agent> => {
  const { generation = 'new', over = 'http', argv = ['--sandbox'] } = options;
  const { environment: given = {}, ...overrides } = options;
  // What one test keeps is no business of another's.
  const environment = { DO_MCP_STATE_DIR: newStateFolder(), ...given };
  const settings = readSettings(
    valuesOf(parseCommandLine([...argv, '--log-level', 'silent']).given, environment),
    environment,
    box.names,
  );
  const program = createProgram(settings, box, { ...overrides, environment });
  const caller = await program.ownCaller();
  const build: Build = () => buildMcpServer({ ...program.serverParts, listChanged: false }, caller);
  const wire = over === 'http' ? overHttp(build) : overStdio(build);
  const client = await connect(generation, wire, options.show);
  return {
    settings,
    program,
    list: async () => (await client.listTools()).tools as ListedTool[],
    call: async (name, given = {}, extra = {}) => {
      const rest = generation === 'old' ? [undefined, extra] : [extra];
      const result = (await client.callTool({ name, arguments: given }, ...(rest as never[]))) as {
        isError?: boolean;
        content: { type: string; text: string }[];
      };
      const text = result.content[0]?.text ?? '';
      return {
        isError: result.isError === true,
        text,
        answer: JSON.parse(text) as Record<string, unknown>,
      };
    },
    ask: (method, params = {}) =>
      client.request({ method, params }, looseResult) as Promise<Record<string, unknown>>,
    close: async () => {
      await client.close();
      await wire.close();
      await program.close();
    },
  };
};
