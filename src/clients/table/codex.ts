// Codex, its command line, editor extension and app alike.
import { join } from 'node:path';
import type { Client, Reference } from '../client.ts';
import { commandShape } from '../shapes.ts';

// Codex hands on a few variables by itself; `env_vars` names more of them (openai/codex, docs/config.md).
const variables: Reference = {
  text: null,
  says: 'Codex hands it on from the environment that it is started in.',
};

/** File (CODEX_HOME moves it) and shape: openai/codex, docs/config.md, "MCP integration". */
export const codex: Client = {
  name: 'codex',
  title: 'Codex',
  isDesktop: false,
  format: 'toml',
  files: ({ home, environment }) => [
    join(environment['CODEX_HOME'] || join(home, '.codex'), 'config.toml'),
  ],
  signs: ({ home, environment }) => [environment['CODEX_HOME'] || join(home, '.codex')],
  servers: ['mcp_servers'],
  path: (name) => ['mcp_servers', name],
  stdio: (server) => ({
    ...commandShape(server, null),
    ...(server.secret.from === 'reference' && { env_vars: [server.secret.variable] }),
  }),
  http: (server) => ({
    url: server.url,
    ...(server.secret.from === 'reference' && { bearer_token_env_var: server.secret.variable }),
    ...(server.secret.from === 'pasted' && {
      http_headers: { Authorization: `Bearer ${server.secret.text}` },
    }),
  }),
  reference: { stdio: variables, http: variables },
  restart: 'Start Codex again.',
  check: '`codex mcp list` names it; /mcp shows its tools within a session.',
  startsFromDesktop: false,
};
