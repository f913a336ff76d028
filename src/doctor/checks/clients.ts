// The check of the clients of this machine: whether they have this server, and whether it would work for them.
import { chmodSync } from 'node:fs';
import { clients as known } from '../../clients/clients.ts';
import type { ConfiguredClient } from '../../clients/configured-servers.ts';
import type { Entry } from '../../clients/entry.ts';
import { launchOf } from '../../clients/launch.ts';
import type { Environment } from '../../configuration/environment.ts';
import { isLikelyToken } from '../../configuration/token-form.ts';
import type { Check } from '../check.ts';
import { type Finding, findingsOf, type Meanings } from '../finding.ts';
import { portOf, tryHost } from '../reach.ts';
import type { Situation } from '../situation.ts';
import { tryServer } from '../try-server.ts';

const meanings = {
  'client.none': {
    level: 'note',
    means:
      'No client on this machine has this server in its file; it may be configured where this check does not look, such as in a project.',
    remedy: 'do-mcp init puts it there, after showing the change.',
  },
  'client.works': {
    level: 'ok',
    means:
      'The client has this server, and it started and listed its tools as the client would have it do.',
    remedy: null,
  },
  'client.nothing_listed': {
    level: 'warning',
    means:
      'The client has this server, and it started and listed no tool: its token is not accepted, or may do nothing that is served.',
    remedy:
      'Try the token of this client by itself: do-mcp doctor with --token-file, or with the variable that the entry sets.',
  },
  'client.fails': {
    level: 'blocks',
    means:
      'The client has this server, and it does not start or cannot be reached as it stands there.',
    remedy: 'Correct the entry in the file; the reason is what the server said last.',
  },
  'client.unreadable': {
    level: 'warning',
    means:
      'The file of a client cannot be read, most often for a comma or a bracket; the client may ignore it as a whole.',
    remedy: 'Correct the place that is named.',
  },
  'client.half': {
    level: 'warning',
    means:
      'The entry of this server has neither a command nor an address, so the client can do nothing with it.',
    remedy: 'Let do-mcp init write the entry anew, or take it out.',
  },
  'client.off': {
    level: 'note',
    means: 'The client has this server switched off.',
    remedy: 'Switch it on in the client where it is wanted.',
  },
  'client.missing_variable': {
    level: 'warning',
    means:
      'The entry refers to variables that are not set here. The client may know them from elsewhere; if not, the server has no token.',
    remedy:
      'Set the variables where the client is started; clients that are started from a desktop do not read the files of a shell.',
  },
  'client.not_tried': {
    level: 'note',
    means:
      'The server was not started as the client would, because only the client can ask for what is missing.',
    remedy: null,
  },
  'client.token_in_file': {
    level: 'warning',
    means:
      "A token stands in the client's file in plain text: it goes along into copies, backups and whatever is sent for support.",
    remedy:
      'Let do-mcp init write the entry anew: it refers to a variable, a prompt or a file instead. Then revoke this token and make another.',
  },
  'client.file_rights': {
    level: 'warning',
    means: "Other users of this machine may read a client's file in which a token stands.",
    remedy: 'chmod 600 the file; if others may have read it, revoke the token and make another.',
    fixes: 'sets the mode of the file to 0600',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** Servers that are started at most; each takes seconds. */
const mostStarted = 6;

const holdsToken = ({ env, headers, args }: Entry): boolean =>
  [...Object.values(env), ...Object.values(headers), ...args].some((value) =>
    isLikelyToken(value.replace(/^Bearer\s+/i, '').trim()),
  );

const exposed = (client: ConfiguredClient): readonly Finding[] => {
  const { title, file, isReadableByOthers } = client;
  if (!client.servers.some((entry) => entry.whose !== 'other' && holdsToken(entry))) return [];
  return [
    finding(
      'client.token_in_file',
      `A token stands in plain text in the file of ${title}, ${file}.`,
    ),
    ...(isReadableByOthers
      ? [
          finding('client.file_rights', `Others may read ${file}, in which a token stands.`, {
            fix: { did: `Set the mode of ${file} to 0600.`, run: () => chmodSync(file, 0o600) },
          }),
        ]
      : []),
  ];
};

/** What a client that is started from a desktop hands on: little of what a shell has. */
const environmentOf = (client: ConfiguredClient, environment: Environment): Environment =>
  known[client.client].startsFromDesktop
    ? Object.fromEntries(
        Object.entries(environment).filter(([name]) => !/^(?:DO_MCP_|DIGITALOCEAN_)/.test(name)),
      )
    : environment;

const startOf = async (
  client: ConfiguredClient,
  entry: Entry,
  { told, saying }: Situation,
): Promise<Finding> => {
  const { title } = client;
  const who = `${title} (${entry.name})`;
  const own = environmentOf(client, told.environment);
  const { command, args, env, url, missing, asked } = launchOf(client.client, entry, own);
  if (asked.length > 0)
    return finding(
      'client.not_tried',
      `${who} asks for ${asked.join(', ')} when it starts the server, so it was not tried.`,
    );
  if (missing.length > 0) {
    const isOnlyHere = missing.every((name) => told.environment[name] !== undefined);
    const why = isOnlyHere
      ? 'set in this shell, and not for a client that is started from a desktop'
      : 'not set here';
    return finding('client.missing_variable', `${who} refers to ${missing.join(', ')}: ${why}.`);
  }
  if (url !== null) {
    if (!URL.canParse(url)) return finding('client.fails', `${who}: its address is none.`);
    const address = new URL(url);
    const { trouble, host } = await tryHost(address.hostname, portOf(address));
    return trouble === null
      ? finding('client.works', `${who}: ${host} can be reached.`)
      : finding('client.fails', `${who}: ${host} cannot be reached: ${trouble}.`, {
          remedy: 'Start the server there (do-mcp http), or correct the address in the file.',
        });
  }
  saying(`Starting the server as ${title} would`);
  const tried = await tryServer({ command: command ?? '', args, env: { ...own, ...env } });
  if (!tried.works)
    return finding('client.fails', `${who} starts it, and ${tried.trouble.replace(/\.$/, '')}.`, {
      details: [`In ${client.file}`],
    });
  const took = `after ${(tried.took / 1_000).toFixed(1)} s`;
  return tried.tools === 0
    ? finding('client.nothing_listed', `${who} starts it, and it lists no tool ${took}.`)
    : finding('client.works', `${who} starts it, and lists ${tried.tools} tools ${took}.`);
};

const lookAt = async (
  client: ConfiguredClient,
  entry: Entry,
  situation: Situation,
): Promise<Finding> => {
  const who = `${client.title} (${entry.name})`;
  if (!entry.isOn) return finding('client.off', `${who} has it switched off.`);
  if (entry.kind === 'neither')
    return finding(
      'client.half',
      `${who} has neither a command nor an address for it, in ${client.file}.`,
    );
  return startOf(client, entry, situation);
};

/** Looks at the clients of this machine, and starts what is ours as they would. */
export const clients: Check = {
  name: 'client',
  title: 'Clients',
  meanings,
  look: async (situation) => {
    const found = await situation.clients();
    const ours = found.flatMap((client) =>
      client.servers.filter(({ whose }) => whose === 'ours').map((entry) => ({ client, entry })),
    );
    const findings: Finding[] = found.flatMap((client) => [
      ...(client.trouble === null ? [] : [finding('client.unreadable', client.trouble)]),
      ...exposed(client),
    ]);
    for (const { client, entry } of ours.slice(0, mostStarted))
      findings.push(await lookAt(client, entry, situation));
    if (ours.length === 0)
      findings.push(finding('client.none', 'No client here has this server in its file.'));
    return findings;
  },
};
