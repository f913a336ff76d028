// Decides whether the server may be opened the way its owner asked for, before any port is.
import { isLoopback, type Settings } from '../../configuration/settings.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { nullOrigin, originOf } from './origin.ts';

/** The settings that decide who can reach the server. */
export type HostingSettings = Pick<
  Settings,
  | 'host'
  | 'sandbox'
  | 'auth'
  | 'token'
  | 'policyFile'
  | 'publicUrl'
  | 'allowedHosts'
  | 'allowedOrigins'
  | 'secretsDir'
>;

/** Under which names and for which pages the server is open. */
export interface Hosting {
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
  readonly loopbackPages: boolean;
  /** What the owner should know, in sentences. */
  readonly warnings: readonly string[];
}

const warningsFor = (settings: HostingSettings, open: boolean): readonly string[] => [
  ...(settings.allowedOrigins.includes(nullOrigin)
    ? [
        'With --allowed-origins null every sandboxed page and every page from a file may call with a credential it has: the origin null names nobody.',
      ]
    : []),
  ...(open && settings.publicUrl === null
    ? [
        'Other machines can reach this server. Put TLS in front of it, and name its public address with --public-url.',
      ]
    : []),
  ...(settings.secretsDir !== null && (open || settings.publicUrl !== null)
    ? [
        'Credentials are written to --secrets-dir on this machine: whoever calls from another does not find them there.',
      ]
    : []),
  ...(settings.auth === 'token' && settings.token !== null && !settings.sandbox
    ? [
        `With --auth token each request brings its own token; the one in ${settings.token.from} is not used.`,
      ]
    : []),
];

/**
 * Checks who may call.
 * @throws {UsageError} when a real account, or another machine, would get in without authentication, when
 * agents are asked for without their file, an allowed origin is none, or when the name is missing under which the
 * server is reached.
 */
export const checkHosting = (settings: HostingSettings): Hosting => {
  const { host, sandbox, auth, publicUrl, allowedHosts, allowedOrigins } = settings;
  const open = !isLoopback(host);
  if (auth === 'none' && !sandbox)
    throw new UsageError(
      '--auth none would give a real account to everyone who reaches this port. Leave it out to have a key made, or use --auth token or --auth agents.',
    );
  if (auth === 'none' && open)
    throw new UsageError(
      `--auth none is for this machine only, but --host ${host} lets others in. Use --auth key, token or agents, or --host 127.0.0.1.`,
    );
  if (auth === 'agents' && settings.policyFile === null)
    throw new UsageError(
      '--auth agents needs the file of agents: --policy <file>. do-mcp agent add <name> --policy <file> makes one.',
    );
  if (settings.secretsDir !== null && (auth === 'token' || auth === 'agents'))
    throw new UsageError(
      `--secrets-dir writes credentials for the one person whose machine this is, and with --auth ${auth} others call as well. Leave it out, or use --auth key.`,
    );
  if (open && publicUrl === null && allowedHosts.length === 0)
    throw new UsageError(
      `With --host ${host} other machines can call this server, so it must know its own name: --public-url https://mcp.example.com, or --allowed-hosts mcp.example.com.`,
    );
  return {
    hosts: [...allowedHosts, ...(publicUrl ? [publicUrl.hostname] : [])],
    origins: [...new Set(allowedOrigins.map((text) => originOf(text, auth !== 'none')))],
    loopbackPages: !open,
    warnings: warningsFor(settings, open),
  };
};
