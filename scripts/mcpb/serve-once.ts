// Starts a server as a host does, opens a session with a real client, lists the tools and hangs up.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Started } from './packer.ts';

/** The variables of a desktop program: no token, and none of ours. */
const plain = ['PATH', 'HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'SystemRoot', 'TEMP'];

/**
 * Serves one session.
 *
 * @param started The command, with the variables that the host adds.
 * @param state A folder for what the server keeps.
 * @returns the names of the tools that are listed.
 * @throws {Error} with what the server said when no session opens.
 */
export const serveOnce = async (started: Started, state: string): Promise<readonly string[]> => {
  const around = plain.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const transport = new StdioClientTransport({
    command: started.command === 'node' ? process.execPath : started.command,
    args: [...started.args],
    env: { ...Object.fromEntries(around), XDG_STATE_HOME: state, ...started.env },
    stderr: 'pipe',
  });
  let said = '';
  transport.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const client = new Client({ name: 'claude-ai', version: '1' });
  try {
    // The old SDK's declarations do not know exactOptionalPropertyTypes.
    await client.connect(transport as Parameters<Client['connect']>[0]);
    return (await client.listTools()).tools.map(({ name }) => name);
  } catch (error) {
    throw new Error(`No session: ${error instanceof Error ? error.message : error}\n${said}`);
  } finally {
    await client.close();
  }
};
