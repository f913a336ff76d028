// Claude Desktop.
import { join } from 'node:path';
import type { Client } from '../client.ts';
import { commandShape } from '../shapes.ts';

const file = 'claude_desktop_config.json';
const store = 'Claude_pzs8sxrjxfjjc';

/**
 * File and shape: modelcontextprotocol.io/docs/develop/connect-local-servers (macOS and Windows). Installed from the
 * Microsoft Store or as MSIX, Windows shows the program another folder in the place of `%APPDATA%`
 * (anthropics/claude-code#48362). On Linux: builds of others, `~/.config/Claude` (claude-desktop-debian,
 * docs/CONFIGURATION.md). The file takes no variables, and no servers by address: those are added as connectors.
 */
export const claudeDesktop: Client = {
  name: 'claude-desktop',
  title: 'Claude Desktop',
  isDesktop: true,
  format: 'json',
  files: ({ support }) => [join(support, 'Claude', file)],
  instead: ({ local }) =>
    local === null ? [] : [join(local, 'Packages', store, 'LocalCache', 'Roaming', 'Claude', file)],
  signs: ({ support, local }) => [
    join(support, 'Claude'),
    ...(local === null ? [] : [join(local, 'Packages', store)]),
  ],
  servers: ['mcpServers'],
  path: (name) => ['mcpServers', name],
  stdio: (server) => commandShape(server, null),
  http: null,
  noHttp:
    'The file of Claude Desktop names only programs that it starts. A server by address is added in the app, under Settings > Connectors.',
  reference: { stdio: null, http: null },
  restart: 'Quit Claude Desktop (closing its window is not enough) and start it again.',
  check:
    'Settings > Developer shows the server as running; what it says is in the log mcp-server-NAME.log that the same page opens.',
  startsFromDesktop: true,
};
