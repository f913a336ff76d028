// Continue, the extension for VS Code and JetBrains and its command line.
import { join } from 'node:path';
import type { Client, Reference } from '../client.ts';
import { commandShape, headersOf } from '../shapes.ts';

// docs.continue.dev/customize/deep-dives/mcp, "How to Work with Secrets in MCP Servers".
const reference: Reference = {
  text: `\${{ secrets.NAME }}`,
  says: 'Continue takes it from ~/.continue/.env, which holds a line NAME=value.',
};

/**
 * File: docs.continue.dev/customize/deep-dives/configuration (`~/.continue/config.yaml`, on Windows under
 * `%USERPROFILE%`); shape: docs.continue.dev/customize/deep-dives/mcp. A file has a name, a version and a schema.
 */
export const continueDev: Client = {
  name: 'continue',
  title: 'Continue',
  isDesktop: false,
  format: 'yaml',
  files: ({ home, environment }) => [
    join(environment['CONTINUE_GLOBAL_DIR'] || join(home, '.continue'), 'config.yaml'),
  ],
  signs: ({ home, environment }) => [environment['CONTINUE_GLOBAL_DIR'] || join(home, '.continue')],
  servers: ['mcpServers'],
  path: (name) => ['mcpServers', { key: 'name', is: name }],
  stdio: (server) => ({
    name: server.name,
    type: 'stdio',
    ...commandShape(server, reference),
  }),
  http: (server) => ({
    name: server.name,
    type: 'streamable-http',
    url: server.url,
    ...(server.secret.from !== 'nowhere' && { requestOptions: headersOf(server, reference) }),
  }),
  reference: { stdio: reference, http: reference },
  fresh: { name: 'Local Config', version: '1.0.0', schema: 'v1' },
  restart: 'Continue notices the change; reload the window if it does not.',
  check: 'In agent mode, the tools icon shows the server and its tools.',
  startsFromDesktop: true,
};
