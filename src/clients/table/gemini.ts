// Gemini CLI.
import { join } from 'node:path';
import type { Client, Reference } from '../client.ts';
import { commandShape, headersOf } from '../shapes.ts';

// Variables whose names sound secret may be kept from servers unless `env` names them (google-gemini/gemini-cli,
// packages/core/src/services/environmentSanitization.ts); values of `settings.json` may refer to variables.
const reference: Reference = {
  text: `\${NAME}`,
  says: 'Gemini CLI takes it from the environment that it is started in, or from ~/.gemini/.env.',
};

/** File and shape: google-gemini/gemini-cli, docs/tools/mcp-server.md; comments are taken out before it is read. */
export const gemini: Client = {
  name: 'gemini',
  title: 'Gemini CLI',
  isDesktop: false,
  format: 'json with comments',
  files: ({ home }) => [join(home, '.gemini', 'settings.json')],
  signs: ({ home }) => [join(home, '.gemini')],
  servers: ['mcpServers'],
  path: (name) => ['mcpServers', name],
  stdio: (server) => commandShape(server, reference),
  http: (server) => ({ httpUrl: server.url, ...headersOf(server, reference) }),
  reference: { stdio: reference, http: reference },
  restart: 'Start Gemini CLI again.',
  check: '`gemini mcp list` says Connected behind its name; /mcp shows its tools within a session.',
  startsFromDesktop: false,
};
