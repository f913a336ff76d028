// The agent of the demonstration: a real MCP client, on the other end of a connection as `do-mcp stdio` serves it.
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';
import type { Program } from '../../program.ts';
import { buildMcpServer } from '../../server/mcp-server.ts';

/** What a tool answered. */
export interface Reply {
  readonly isError: boolean;
  /** The answer, or the error, as it was sent. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/** How far a call is, as the client is told. */
export interface Update {
  readonly progress: number;
  readonly total: number;
  readonly message: string;
}

/** What the client shows to its person before something is done. */
export interface Question {
  readonly message: string;
  /** The name of the one field: a tick, or a name that has to be typed. */
  readonly field: string;
  /** What that field asks for. */
  readonly title: string;
  readonly isTick: boolean;
}

/** Asks the person; undefined: they do not want it. */
export type AskPerson = (question: Question) => Promise<string | true | undefined>;

/** An agent at work with one token. */
export interface Agent {
  /** The program that serves it. */
  readonly program: Program;
  /** The names of the tools that it sees. */
  list(): Promise<readonly string[]>;
  call(
    tool: string,
    given: Readonly<Record<string, unknown>>,
    tell?: (update: Update) => void,
  ): Promise<Reply>;
  close(): Promise<void>;
}

const form = z.object({
  message: z.string(),
  requestedSchema: z.object({
    properties: z.record(z.string(), z.looseObject({ type: z.string(), title: z.string() })),
  }),
});

const answered = z.object({
  isError: z.boolean().optional(),
  content: z.tuple([z.object({ text: z.string() })]),
});

const parsed = z.record(z.string(), z.unknown());

/** Connects an agent to a program. */
export const connectAgent = async (program: Program, ask: AskPerson): Promise<Agent> => {
  const { Client } = await import('@modelcontextprotocol/client');
  const caller = program.localCaller();
  const [near, far] = InMemoryTransport.createLinkedPair();
  const served = serveStdio(
    () => buildMcpServer({ ...program.serverParts, listChanged: false }, caller),
    { transport: far },
  );
  const client = new Client(
    { name: 'demo agent', version: '1' },
    {
      capabilities: { elicitation: { form: {} } },
      versionNegotiation: { mode: { pin: '2026-07-28' } },
    },
  );
  client.setRequestHandler('elicitation/create', async ({ params }) => {
    const { message, requestedSchema } = form.parse(params);
    const [[field, { type, title }] = ['agree', { type: 'boolean', title: '' }]] = Object.entries(
      requestedSchema.properties,
    );
    const answer = await ask({ message, field, title, isTick: type === 'boolean' });
    return answer === undefined
      ? { action: 'decline' }
      : { action: 'accept', content: { [field]: answer } };
  });
  await client.connect(near);
  return {
    program,
    list: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, given, tell) => {
      const onprogress = (update: {
        progress: number;
        total?: number | undefined;
        message?: string | undefined;
      }): void =>
        tell?.({
          progress: update.progress,
          total: update.total ?? update.progress,
          message: update.message ?? '',
        });
      const result = answered.parse(
        await client.callTool(
          { name, arguments: { ...given } },
          tell === undefined ? {} : { onprogress },
        ),
      );
      return {
        isError: result.isError === true,
        answer: parsed.parse(JSON.parse(result.content[0].text)),
      };
    },
    close: async () => {
      await client.close();
      await served.close();
      await program.close();
    },
  };
};
