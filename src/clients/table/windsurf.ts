// Windsurf.
import { join } from 'node:path';
import type { Client, Reference } from '../client.ts';
import { commandShape, headersOf } from '../shapes.ts';

// docs.windsurf.com/windsurf/cascade/mcp, "Config Interpolation": in command, args, env, serverUrl, url and headers.
const reference: Reference = {
  text: `\${env:NAME}`,
  says: 'Windsurf takes it from the environment that it is started in, which is that of a shell only if a shell starts it.',
};

/** File and shape, `serverUrl` and the limit of a hundred tools among it: docs.windsurf.com/windsurf/cascade/mcp. */
export const windsurf: Client = {
  name: 'windsurf',
  title: 'Windsurf',
  isDesktop: true,
  format: 'jsonc',
  files: ({ home }) => [join(home, '.codeium', 'windsurf', 'mcp_config.json')],
  signs: ({ home, support }) => [join(home, '.codeium', 'windsurf'), join(support, 'Windsurf')],
  servers: ['mcpServers'],
  path: (name) => ['mcpServers', name],
  stdio: (server) => commandShape(server, reference),
  http: (server) => ({ serverUrl: server.url, ...headersOf(server, reference) }),
  reference: { stdio: reference, http: reference },
  restart: 'Press the refresh button in the list of MCP servers of the Cascade panel.',
  check:
    'The MCPs icon of the Cascade panel shows the server with its tools; all servers together may have a hundred.',
  startsFromDesktop: true,
};
