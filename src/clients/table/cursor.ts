// Cursor.
import { join } from 'node:path';
import type { Client, Reference } from '../client.ts';
import { commandShape, headersOf } from '../shapes.ts';

// cursor.com/docs/mcp, "Config interpolation": in command, args, env, url and headers.
const reference: Reference = {
  text: `\${env:NAME}`,
  says: 'Cursor takes it from the environment that it is started in, which is that of a shell only if a shell starts it.',
};

/** File (global: `~/.cursor/mcp.json`) and shape: cursor.com/docs/mcp. */
export const cursor: Client = {
  name: 'cursor',
  title: 'Cursor',
  isDesktop: true,
  format: 'jsonc',
  files: ({ home }) => [join(home, '.cursor', 'mcp.json')],
  signs: ({ home, support }) => [join(home, '.cursor'), join(support, 'Cursor')],
  servers: ['mcpServers'],
  path: (name) => ['mcpServers', name],
  stdio: (server) => ({ type: 'stdio', ...commandShape(server, reference) }),
  http: (server) => ({ url: server.url, ...headersOf(server, reference) }),
  reference: { stdio: reference, http: reference },
  restart: 'Cursor notices the change; switch the server on under Settings > MCP if it asks.',
  check: 'Settings > MCP shows a green dot beside its name, and the number of its tools.',
  startsFromDesktop: true,
};
