// The part of docs/clients.md that is about each client: its file, what belongs into it, how to see that it works.
import { snippetOf } from '../../src/clients/change.ts';
import type { Client } from '../../src/clients/client.ts';
import { clients } from '../../src/clients/clients.ts';
import { formatNamed } from '../../src/clients/formats/formats.ts';
import { type Home, type Platform, placesOf } from '../../src/clients/home.ts';
import type { Secret, Server } from '../../src/clients/server.ts';

const homes: readonly (readonly [string, Platform, Home['environment']])[] = [
  ['macOS', 'macos', {}],
  ['Linux', 'linux', {}],
  ['Windows', 'windows', { APPDATA: '%APPDATA%', LOCALAPPDATA: '%LOCALAPPDATA%' }],
];

const filesOf = (client: Client): readonly (readonly [string, string])[] =>
  homes.map(([name, platform, environment]) => {
    const folder = platform === 'windows' ? '%USERPROFILE%' : '~';
    const places = placesOf({ platform, folder, environment, windows: null }, 'here');
    if (!places) throw new Error('these places are known');
    const paths = [...client.files(places), ...(client.instead?.(places) ?? [])];
    const written = paths.map((path) =>
      platform === 'windows' ? path.replaceAll('/', '\\') : path,
    );
    return [name, written.map((path) => `\`${path}\``).join(' or ')];
  });

const stdio = (client: Client): Server => ({
  kind: 'stdio',
  name: 'digitalocean',
  command: 'npx',
  args: [
    '-y',
    'digitalocean-scoped-mcp',
    '--read-only',
    ...(client.reference.stdio
      ? []
      : ['--token-file', '/home/sam/.config/digitalocean-scoped-mcp/token']),
  ],
  env: {},
  secret: client.reference.stdio
    ? { from: 'reference', variable: 'DIGITALOCEAN_TOKEN' }
    : { from: 'nowhere' },
});

const http = (client: Client): Server => {
  const secret: Secret = client.reference.http
    ? { from: 'reference', variable: 'DIGITALOCEAN_MCP_KEY' }
    : { from: 'pasted', variable: 'DIGITALOCEAN_MCP_KEY', text: '<the key>' };
  return { kind: 'http', name: 'digitalocean', url: 'https://mcp.example.com/mcp', secret };
};

const language = (client: Client): string =>
  client.format.startsWith('json') ? 'json' : client.format;

const block = async (client: Client, server: Server): Promise<readonly string[]> => [
  `\`\`\`${language(client)}`,
  snippetOf(client, await formatNamed(client.format), server),
  '```',
];

const aboutSecret = (client: Client): string =>
  client.reference.stdio
    ? client.reference.stdio.says
    : `The file of ${client.title} refers to no variables, so the server reads the token from a file.`;

const sectionOf = async (client: Client): Promise<string> =>
  [
    `## ${client.title}`,
    '',
    `\`do-mcp init ${client.name}\``,
    '',
    '| | file |',
    '|---|---|',
    ...filesOf(client).map(([name, files]) => `| ${name} | ${files} |`),
    '',
    ...(await block(client, stdio(client))),
    '',
    `The token: ${aboutSecret(client)}`,
    '',
    ...(client.http
      ? ['A server that runs already:', '', ...(await block(client, http(client))), '']
      : [client.noHttp ?? '', '']),
    `Then: ${client.restart}`,
    '',
    `It works if: ${client.check}`,
  ].join('\n');

const begin = '<!-- clients: written by npm run clients-page -->';
const end = '<!-- /clients -->';

/** The page with the clients as the program knows them. */
export const withClients = async (page: string): Promise<string> => {
  const sections: string[] = [];
  for (const client of Object.values(clients)) sections.push(await sectionOf(client));
  const start = page.indexOf(begin);
  const stop = page.indexOf(end);
  if (start < 0 || stop < start) throw new Error('docs/clients.md has lost its marks');
  return `${page.slice(0, start + begin.length)}\n\n${sections.join('\n\n')}\n\n${page.slice(stop)}`;
};
