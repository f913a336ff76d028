// Links that put the server into a client with one click, in the shape that `do-mcp init` writes for that client.
import { clients as table } from '../../src/clients/clients.ts';
import type { Value } from '../../src/clients/formats/format.ts';
import type { StdioServer } from '../../src/clients/server.ts';
import { packageName, version } from './identity.ts';

/** The name under which clients know the server. */
const name = 'digitalocean';

const served = (option: string, secret: StdioServer['secret']): StdioServer => ({
  kind: 'stdio',
  name,
  command: 'npx',
  args: ['-y', `${packageName}@${version}`, option],
  env: {},
  secret,
});

/** What is installed: the account, to read only at first, or the simulation. */
const servers = [
  {
    of: 'account',
    server: served('--read-only', { from: 'reference', variable: 'DIGITALOCEAN_TOKEN' }),
  },
  { of: 'simulation', server: served('--sandbox', { from: 'nowhere' }) },
] as const;

const { vscode, cursor } = table;

const inputsOf = (server: StdioServer): readonly Value[] =>
  server.secret.from === 'nowhere'
    ? []
    : (vscode.beside?.(server.name) ?? []).map(({ value }) => value);

/**
 * VS Code: `<app>:mcp/install?` and an object (code.visualstudio.com, MCP developer guide, "MCP URL handler"), behind
 * its page that forwards it: GitHub makes no link of an address of another scheme.
 */
const vscodeLink =
  (app: string) =>
  (server: StdioServer): string => {
    const inputs = inputsOf(server);
    const config = Object.assign(
      { name: server.name },
      vscode.stdio(server),
      inputs.length > 0 && { inputs },
    );
    const own = `${app}:mcp/install?${encodeURIComponent(JSON.stringify(config))}`;
    return `https://insiders.vscode.dev/redirect?url=${encodeURIComponent(own)}`;
  };

/** Cursor: a name, and the object in base64 (cursor.com/docs/mcp/install-links), at its page that opens the app. */
const cursorLink = (server: StdioServer): string => {
  const config = Buffer.from(JSON.stringify(cursor.stdio(server))).toString('base64');
  const words = new URLSearchParams({ name: server.name, config });
  return `https://cursor.com/en/install-mcp?${words}`;
};

const clients = [
  ['VS Code', vscodeLink('vscode')],
  ['VS Code Insiders', vscodeLink('vscode-insiders')],
  ['Cursor', cursorLink],
] as const;

/** A page that is read as it stands keeps its lines short: where a link leads is told below the table. */
const labelOf = (client: string, of: string): string =>
  `${client.toLowerCase().replaceAll(' ', '-')}-${of}`;

/** The table of links, as Markdown, and where they lead. */
export const linkTable = (): string =>
  [
    '| client | your account, to read only | the simulation |',
    '|---|---|---|',
    ...clients.map(
      ([client]) =>
        `| ${client} | ${servers.map(({ of }) => `[install][${labelOf(client, of)}]`).join(' | ')} |`,
    ),
    '',
    ...clients.flatMap(([client, link]) =>
      servers.map(({ of, server }) => `[${labelOf(client, of)}]: ${link(server)}`),
    ),
  ].join('\n');

const block = /(<!-- links: written by npm run packages -->\n\n)[\s\S]*?(\n\n<!-- \/links -->)/;

/**
 * A page with the links of now in their place.
 * @throws {Error} when the page has no place for them.
 */
export const withLinks = (page: string): string => {
  if (!block.test(page)) throw new Error('The page has no place for the links.');
  return page.replace(
    block,
    (_whole, before: string, after: string) => before + linkTable() + after,
  );
};
