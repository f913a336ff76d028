// `do-mcp version --check`: whether there is a newer version. Nothing asks this unless a person does.
import * as z from 'zod';
import { proxyFrom } from '../client/wire/proxies.ts';
import { WireFailure } from '../client/wire/transport.ts';
import { createUndiciTransport } from '../client/wire/undici-transport.ts';
import { isLoopback } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { systemClock } from '../system.ts';
import { working } from '../terminal/working.ts';
import { version } from '../version.ts';
import type { Command } from './command.ts';

const packageName = 'digitalocean-scoped-mcp';

/** Where npm asks, unless the machine has a registry of its own. */
const usualRegistry = 'https://registry.npmjs.org/';

/** The longest that is waited for the registry, in milliseconds. */
const patience = 10_000;

/** A document about one version; more than this is none. */
const mostBytes = 1024 * 1024;

const shape = z.looseObject({ version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/) });

const registryOf = (named: string | undefined): URL => {
  const text = named?.trim() || usualRegistry;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname)))
    return url;
  throw new UsageError('npm_config_registry must be an https URL for --check to ask there.');
};

const newest = async (registry: URL): Promise<string> => {
  const transport = createUndiciTransport({
    connections: 1,
    headersMs: patience,
    mostBytes,
    proxy: proxyFrom(process.env),
  });
  try {
    const base = registry.href.endsWith('/') ? registry.href : `${registry.href}/`;
    const { status, body } = await transport.exchange({
      method: 'GET',
      url: new URL(`${packageName}/latest`, base),
      headers: {
        host: registry.host,
        accept: 'application/json',
        'user-agent': `${packageName}/${version}`,
      },
      fresh: false,
      signal: AbortSignal.timeout(patience),
    });
    if (status === 404) throw new UsageError(`${registry.host} does not have ${packageName}.`);
    if (status !== 200) throw new UsageError(`${registry.host} answered with ${status}.`);
    return shape.parse(JSON.parse(body)).version;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = error instanceof WireFailure ? error.message : 'its answer cannot be read';
    throw new UsageError(`${registry.host} could not be asked: ${why}.`);
  } finally {
    await transport.close();
  }
};

const numbersOf = (text: string): readonly number[] => text.split('.').map(Number);

/** Whether one version comes after another. */
const isNewer = (one: string, other: string): boolean => {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  const at = a.findIndex((number, place) => number !== b[place]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

/** Tells the version; asks whether there is a newer one when that is wished for. */
export const runVersion: Command = async ({ settings, terminal }) => {
  if (!settings.check) {
    terminal.print(version);
    return 0;
  }
  const registry = registryOf(process.env['npm_config_registry']);
  try {
    const last = await working(
      { terminal, clock: systemClock },
      () => `Asking ${registry.host}`,
      () => newest(registry),
    );
    if (!isNewer(last, version)) {
      terminal.print(`${version} is the newest version.`);
      return 0;
    }
    terminal.print(
      `${last} is there; this is ${version}. npm install -g ${packageName}@latest takes it up; CHANGELOG.md tells what is new.`,
    );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(
      `This is ${version}. Whether there is a newer version is not known: ${error.message}`,
    );
  }
  return 1;
};
