// goose, desktop and command line.
import { join } from 'node:path';
import type { Client, Reference } from '../client.ts';
import { serverSentence, serverTitle } from '../server.ts';
import { headersOf, variablesOf } from '../shapes.ts';

// `env_keys` are looked up in the environment, then in the system's keychain (block/goose, documentation/docs/guides/
// config-files.md and crates/goose/src/agents/extension_manager.rs); in headers the same variables may be named.
const keychain: Reference = {
  text: null,
  says: 'goose takes it from its environment or from the keychain of the system, where `goose configure` puts it.',
};
const header: Reference = { text: `\${NAME}`, says: keychain.says };

/** File: block/goose, documentation/docs/guides/config-files.md; shape: crates/goose/src/agents/extension.rs. */
export const goose: Client = {
  name: 'goose',
  title: 'goose',
  isDesktop: false,
  format: 'yaml',
  files: ({ config, isWindows }) => [
    isWindows
      ? join(config, 'Block', 'goose', 'config', 'config.yaml')
      : join(config, 'goose', 'config.yaml'),
  ],
  signs: ({ config, isWindows }) => [
    isWindows ? join(config, 'Block', 'goose') : join(config, 'goose'),
  ],
  servers: ['extensions'],
  path: (name) => ['extensions', name],
  stdio: (server) => ({
    enabled: true,
    type: 'stdio',
    name: server.name,
    display_name: serverTitle,
    description: serverSentence,
    cmd: server.command,
    args: server.args,
    envs: variablesOf(server, null),
    env_keys: server.secret.from === 'reference' ? [server.secret.variable] : [],
    timeout: 300,
  }),
  http: (server) => ({
    enabled: true,
    type: 'streamable_http',
    name: server.name,
    display_name: serverTitle,
    description: serverSentence,
    uri: server.url,
    envs: {},
    env_keys: server.secret.from === 'reference' ? [server.secret.variable] : [],
    ...headersOf(server, header),
    timeout: 300,
  }),
  reference: { stdio: keychain, http: header },
  restart: 'Start a new session of goose.',
  check: '`goose info -v` shows it under extensions; in a session, ask which tools it has.',
  startsFromDesktop: false,
  refusesVariables: ['PATH'],
};
