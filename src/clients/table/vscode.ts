// Visual Studio Code with GitHub Copilot.
import { join } from 'node:path';
import type { Client, Reference } from '../client.ts';
import type { Server } from '../server.ts';
import { commandShape, headersOf } from '../shapes.ts';

const inputOf = (name: string): string => `${name}-secret`;

// code.visualstudio.com/docs/copilot/reference/mcp-configuration, "Input variables for sensitive data".
const reference = (server: Server): Reference => ({
  text: `\${input:${inputOf(server.name)}}`,
  says: prompts,
});

const prompts =
  'VS Code asks for it when the server first starts, and keeps it in its own safe store.';

/**
 * Shape and inputs: code.visualstudio.com/docs/copilot/reference/mcp-configuration. The file of the user's profile
 * stands beside `settings.json`, whose places are in code.visualstudio.com/docs/configure/settings. On WSL the
 * programs of Windows are configured; servers that shall run in WSL are for its command
 * "MCP: Open Remote User Configuration".
 */
export const vscode: Client = {
  name: 'vscode',
  title: 'VS Code',
  isDesktop: true,
  format: 'jsonc',
  files: ({ support }) =>
    ['Code', 'Code - Insiders', 'VSCodium'].map((product) =>
      join(support, product, 'User', 'mcp.json'),
    ),
  signs: ({ support }) =>
    ['Code', 'Code - Insiders', 'VSCodium'].map((product) => join(support, product, 'User')),
  servers: ['servers'],
  path: (name) => ['servers', name],
  stdio: (server) => ({ type: 'stdio', ...commandShape(server, reference(server)) }),
  http: (server) => ({ type: 'http', url: server.url, ...headersOf(server, reference(server)) }),
  reference: {
    stdio: { text: `\${input:ID}`, says: prompts },
    http: { text: `\${input:ID}`, says: prompts },
  },
  beside: (name) => [
    {
      path: ['inputs', { key: 'id', is: inputOf(name) }],
      value: {
        type: 'promptString',
        id: inputOf(name),
        description: 'DigitalOcean token, or the key of the DigitalOcean MCP server',
        password: true,
      },
    },
  ],
  restart: 'Open the command palette, choose "MCP: List Servers", and start the server.',
  check: '"MCP: List Servers" says Running; "Show Output" there is what it says.',
  startsFromDesktop: true,
};
