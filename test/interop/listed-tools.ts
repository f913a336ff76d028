// The tools that our server lists, as a client of the official SDK gets them from the built program.
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Tool } from '@modelcontextprotocol/sdk/types.js';

const program = fileURLToPath(new URL('../../dist/do-mcp.cjs', import.meta.url));

/** Connects to the built program on its simulation. */
export const connect = async (words: readonly string[] = []): Promise<Client> => {
  const client = new Client({ name: 'interop', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [program, 'stdio', '--sandbox', '--log-level', 'error', ...words],
      stderr: 'inherit',
    }),
  );
  return client;
};

/** Every page of the list. */
export const listTools = async (client: Client): Promise<readonly Tool[]> => {
  const tools: Tool[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listTools(cursor === undefined ? {} : { cursor });
    tools.push(...page.tools);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return tools;
};
