// Zed.
import { join } from 'node:path';
import type { Client } from '../client.ts';
import { commandShape, headersOf } from '../shapes.ts';

/**
 * Shape: zed.dev/docs/ai/mcp; places of `settings.json`: zed.dev/docs/configuring-zed. Values are used as they stand:
 * no variable is put in, in headers either (zed-industries/zed#60459).
 */
export const zed: Client = {
  name: 'zed',
  title: 'Zed',
  isDesktop: true,
  format: 'jsonc',
  files: ({ config, isWindows }) => [join(config, isWindows ? 'Zed' : 'zed', 'settings.json')],
  signs: ({ config, isWindows }) => [join(config, isWindows ? 'Zed' : 'zed')],
  servers: ['context_servers'],
  path: (name) => ['context_servers', name],
  stdio: (server) => commandShape(server, null),
  http: (server) => ({ url: server.url, ...headersOf(server, null) }),
  reference: { stdio: null, http: null },
  restart: 'Zed notices the change by itself.',
  check: 'The settings of the agent panel show a green dot beside its name.',
  startsFromDesktop: true,
};
