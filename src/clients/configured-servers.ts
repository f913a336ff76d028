// Finds the servers that are configured in the files of all clients on a machine: ours, other ones for DigitalOcean, and the rest.
import { isObject } from '../../tools/json-object.ts';
import type { Client, ClientName } from './client.ts';
import { clients } from './clients.ts';
import { type Entry, entryOf } from './entry.ts';
import { fileOf, isInstalled, readClientFile } from './file/client-file.ts';
import { FormatRefused } from './formats/format.ts';
import { formatNamed } from './formats/formats.ts';
import { type Home, placesOf } from './home.ts';

/** A client of this machine, and what its file says. */
export interface ConfiguredClient {
  readonly client: ClientName;
  readonly title: string;
  /** The file that it reads; where it would be if it is not there. */
  readonly file: string;
  readonly isThere: boolean;
  /** Whether other users may read the file, which may hold secrets; always false on Windows. */
  readonly isReadableByOthers: boolean;
  readonly servers: readonly Entry[];
  /** Why the file cannot be read, as a sentence; null when it can. */
  readonly trouble: string | null;
}

const within = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((one, key) => (isObject(one) ? one[key] : undefined), value);

const serversIn = (servers: unknown, project: string | null): readonly Entry[] => {
  if (Array.isArray(servers))
    return servers.flatMap((one: unknown) => {
      const name = isObject(one) && typeof one['name'] === 'string' ? one['name'] : '';
      return entryOf(name, one, project) ?? [];
    });
  return isObject(servers)
    ? Object.entries(servers).flatMap(([name, one]) => entryOf(name, one, project) ?? [])
    : [];
};

/** The entries under a client's own places: those for everything first, then those of single projects. */
export const entriesIn = (client: Client, value: unknown): readonly Entry[] => {
  const projects = client.projects ? within(value, client.projects) : undefined;
  return [
    ...serversIn(within(value, client.servers), null),
    ...(isObject(projects)
      ? Object.entries(projects).flatMap(([folder, project]) =>
          serversIn(within(project, client.servers), folder),
        )
      : []),
  ];
};

const read = async (client: Client, file: string): Promise<ConfiguredClient> => {
  const about = { client: client.name, title: client.title, file };
  try {
    const { text, mode } = readClientFile(file);
    const format = await formatNamed(client.format);
    return {
      ...about,
      isThere: text !== null,
      isReadableByOthers: mode !== null && process.platform !== 'win32' && (mode & 0o044) !== 0,
      servers: text === null ? [] : entriesIn(client, format.read(text)),
      trouble: null,
    };
  } catch (error) {
    if (!(error instanceof FormatRefused)) throw error;
    return {
      ...about,
      isThere: true,
      isReadableByOthers: false,
      servers: [],
      trouble: `The file of ${client.title}, ${file}, ${error.message}.`,
    };
  }
};

/** The clients that are installed on a machine, or whose file is there, with the servers that each has. Nothing is written. */
export const configuredServers = async (home: Home): Promise<readonly ConfiguredClient[]> => {
  const found: ConfiguredClient[] = [];
  for (const client of Object.values(clients)) {
    const places = placesOf(home, client.isDesktop ? 'desktop' : 'here');
    if (!places) continue;
    const file = fileOf(client, places);
    const configured = await read(client, file);
    if (configured.isThere || isInstalled(client, places)) found.push(configured);
  }
  return found;
};
