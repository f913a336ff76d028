// Claude Code.
import { join } from 'node:path';
import type { Client, Reference } from '../client.ts';
import { commandShape, headersOf } from '../shapes.ts';

// code.claude.com/docs/en/mcp, "Environment variable expansion": in command, args, env, url and headers.
const reference: Reference = {
  text: `\${NAME}`,
  says: 'Claude Code takes it from the environment that it is started in.',
};

/**
 * File, scopes and shape: code.claude.com/docs/en/mcp; servers of the user scope stand in `~/.claude.json`, which the
 * program writes all the time. CLAUDE_CONFIG_DIR moves it (code.claude.com/docs/en/settings).
 */
export const claudeCode: Client = {
  name: 'claude-code',
  title: 'Claude Code',
  isDesktop: false,
  format: 'json',
  files: ({ home, environment }) => [
    join(environment['CLAUDE_CONFIG_DIR'] || home, '.claude.json'),
  ],
  signs: ({ home, environment }) => [
    join(environment['CLAUDE_CONFIG_DIR'] || home, '.claude.json'),
    join(home, '.claude'),
  ],
  servers: ['mcpServers'],
  // The local scope, which `claude mcp add` writes to unless told otherwise.
  projects: ['projects'],
  path: (name) => ['mcpServers', name],
  stdio: (server) => ({ type: 'stdio', ...commandShape(server, reference) }),
  http: (server) => ({ type: 'http', url: server.url, ...headersOf(server, reference) }),
  reference: { stdio: reference, http: reference },
  restart: 'Start a new session of Claude Code.',
  check: '`claude mcp list` says Connected behind its name; /mcp shows its tools within a session.',
  startsFromDesktop: false,
};
