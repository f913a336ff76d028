// What a person should know when a client's file has been changed: what is left to do, and how to see that it works.
import type { Client } from '../../clients/client.ts';
import { entriesIn } from '../../clients/configured-servers.ts';
import type { Secret, Server } from '../../clients/server.ts';
import { isVariableOfOurs } from '../../configuration/environment.ts';
import type { CommandInput } from '../command.ts';

/** What the client does for the secret, and what the person has to. */
const aboutSecret = (client: Client, server: Server): readonly string[] => {
  const { secret } = server;
  if (secret.from === 'pasted')
    return [`The key stands in the file of ${client.title}. Nobody else may read it now.`];
  if (secret.from !== 'reference') return [];
  const reference = client.reference[server.kind];
  const what = server.kind === 'stdio' ? 'token' : 'key';
  const isAsked = client.beside !== undefined;
  return [
    isAsked
      ? `The ${what} is not in the file. ${reference?.says ?? ''}`
      : `The ${what} is not in the file: it is in ${secret.variable}. ${reference?.says ?? ''}`,
  ];
};

/** Other servers for the same platform, which the model would see beside this one. */
export const besideOurs = (client: Client, read: unknown, name: string): readonly string[] => {
  const others = entriesIn(client, read).filter(
    (entry) =>
      (entry.name !== name || entry.project !== null) && entry.whose !== 'other' && entry.isOn,
  );
  return others.length === 0
    ? []
    : [
        `${client.title} has another server for DigitalOcean: ${others.map(({ name: its, project }) => (project === null ? its : `${its} (in ${project})`)).join(', ')}. A model sees the tools of both; what one refuses, the other may do.`,
      ];
};

/** Variables that restrict or direct the server where it is started from here, and not where the client starts it. */
const leftBehind = ({ environment }: CommandInput): readonly string[] => {
  const names = Object.keys(environment).filter(
    (name) => isVariableOfOurs(name) && name !== 'DO_MCP_TOKEN_FILE' && environment[name] !== '',
  );
  return names.length === 0
    ? []
    : [
        `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} set here and not written down: give the option to init as well where the client shall start the server with it.`,
      ];
};

/** Everything after a server was put into a file. */
export const afterPut = (
  input: CommandInput,
  client: Client,
  server: Server,
): readonly string[] => [
  ...aboutSecret(client, server),
  ...(server.kind === 'stdio' ? leftBehind(input) : []),
  client.restart,
  `To see that it works: ${client.check}`,
  ...(server.kind === 'stdio'
    ? [`do-mcp doctor starts it as ${client.title} would, and says what is wrong.`]
    : []),
  ...(server.kind === 'stdio' && server.args.includes('--read-only')
    ? ['It is set up to read only; --allow-changes lets it change things.']
    : []),
];

/** Nothing secret is in a change that takes something away. */
export const noSecret: Secret = { from: 'nowhere' };
