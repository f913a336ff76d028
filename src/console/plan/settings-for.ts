// The settings for exactly the tools of a plan: a client's configuration, and a policy.
import type { Tool } from '../../../tools/tool/tool.ts';
import { snippetOf } from '../../clients/change.ts';
import { type ClientName, clientNames } from '../../clients/client.ts';
import { clients } from '../../clients/clients.ts';
import { formatNamed } from '../../clients/formats/formats.ts';
import type { StdioServer } from '../../clients/server.ts';
import type { FileText } from './plan-view.ts';

/** What is to be served. */
export interface Served {
  readonly tools: readonly Tool[];
  /** Whole areas were chosen and nothing else: then they are named, and not their tools one by one. */
  readonly areasAlone: boolean;
  readonly readOnly: boolean;
}

const package_ = 'digitalocean-scoped-mcp';
const variable = 'DIGITALOCEAN_TOKEN';
const tokenFile = '/path/to/token';

const areasOf = (tools: readonly Tool[]): readonly string[] => [
  ...new Set(tools.map(({ endpoint }) => endpoint.area)),
];

const optionsFor = ({ tools, areasAlone, readOnly }: Served): readonly string[] => [
  ...(areasAlone
    ? ['--areas', areasOf(tools).join(',')]
    : ['--areas', 'none', '--tools', tools.map(({ name }) => name).join(',')]),
  ...(readOnly ? ['--read-only'] : []),
];

/** The entry of a server in a client's file, as the client writes it. */
export const clientText = async (name: ClientName, served: Served): Promise<FileText> => {
  const client = clients[name];
  const canRefer = client.reference.stdio !== null;
  const server: StdioServer = {
    kind: 'stdio',
    name: 'digitalocean',
    command: 'npx',
    args: ['-y', package_, ...optionsFor(served), ...(canRefer ? [] : ['--token-file', tokenFile])],
    env: {},
    secret: canRefer ? { from: 'reference', variable } : { from: 'file', path: tokenFile },
  };
  const format = await formatNamed(client.format);
  return {
    title: client.title,
    text: snippetOf(client, format, server),
    steps: [
      client.reference.stdio?.says ??
        `Write the token into a file that only you can read, and put its path in the place of ${tokenFile}.`,
      client.restart,
      client.check,
    ],
  };
};

/** Every client with its title. */
export const clientTitles = clientNames.map((name) => ({ name, title: clients[name].title }));

/** A policy that holds whoever calls to just that. */
export const policyText = ({ tools, areasAlone, readOnly }: Served): FileText => {
  const policy = {
    version: 1,
    access: readOnly ? 'read' : 'write',
    areas: areasOf(tools),
    ...(!areasAlone && { tools: tools.map(({ name }) => name) }),
  };
  return {
    title: 'policy.json',
    text: `${JSON.stringify(policy, null, 2)}\n`,
    steps: ['Give it to the server with --policy policy.json.'],
  };
};
