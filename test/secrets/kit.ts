// What the tests of --secrets-dir share: an agent whose owner keeps credentials, and what its account holds.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { type Answer, createRecordingTransport, type Sent } from '../recording-transport.ts';
import { answeredWith } from '../server/answering.ts';

export const secret = 'hunter2-hunter2';
export const cluster = { database_cluster_uuid: '4de7ac8b-495b-4884-9a69-1050c6793cd6' };
export const database = {
  id: cluster.database_cluster_uuid,
  name: 'main-db',
  connection: {
    uri: `postgresql://app:${secret}@h.example:25060/x?sslmode=require`,
    host: 'h.example',
    user: 'app',
    password: secret,
  },
};
export const key = { name: 'backup', access_key: 'DO00EXAMPLE', secret_key: secret };

/** An agent whose owner has credentials written to `folder`, and everything that it sends. */
export const keeping = async (
  folder: string,
  body: unknown | ((request: Sent) => Answer),
  ...argv: readonly string[]
) => {
  const transport = createRecordingTransport({
    reply: (request) =>
      typeof body === 'function'
        ? body(request)
        : request.url.pathname === '/v2/account'
          ? { body: { account: {} } }
          : { body },
  });
  const agent = await answeredWith(() => ({}), {
    transport,
    argv: ['--secrets-dir', folder, '--scopes', 'api:write', ...argv],
  });
  return { agent, sent: transport.sent };
};

export const place = (mark: unknown): string =>
  /^\[written by do-mcp to (?<path>.+)\]$/.exec(String(mark))?.groups?.['path'] ?? '';

export const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** Everything that stands in a folder, whoever put it there. */
export const filesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
