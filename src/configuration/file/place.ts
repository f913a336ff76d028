// Which configuration file is read: a named one, or the one in the user's configuration folder. Never one of the working
// folder: a cloned repository must not be able to set the address that a token is sent to, or switch asking off.
import { lstatSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { codeOf } from '../../files/error-code.ts';
import { shown } from '../../terminal/veil.ts';
import type { Environment } from '../environment.ts';
import type { OptionValues } from '../options/options.ts';
import { UsageError } from '../usage-error.ts';

/** The names that a file may have in the user's folder. */
const names = ['config.json', 'config.yaml', 'config.yml'] as const;

/** Where a platform wants programs to look for their configuration; undefined where the environment does not tell. */
export const configurationFolder = (
  environment: Environment,
  platform: NodeJS.Platform,
): string | undefined => {
  const { XDG_CONFIG_HOME: xdg, APPDATA: appData, HOME: home } = environment;
  // Relative paths there are to be ignored (XDG Base Directory Specification).
  const base =
    xdg && isAbsolute(xdg)
      ? xdg
      : platform === 'win32'
        ? appData
        : home && join(home, platform === 'darwin' ? 'Library/Application Support' : '.config');
  return base ? join(base, 'digitalocean-scoped-mcp') : undefined;
};

const isThere = (path: string): boolean => {
  try {
    // A link that leads nowhere is there: what it was to say must not be passed over in silence.
    lstatSync(path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw new UsageError(
      `Whether there is a configuration file ${shown(path)} cannot be told (${code ?? 'unknown reason'}). --config off goes on without one.`,
    );
  }
};

/**
 * The file that is read; undefined when there is none.
 * @throws {UsageError} when a variable names one that depends on the working folder, or there are two.
 */
export const configurationPlace = (
  given: OptionValues,
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): string | undefined => {
  if (typeof given.config === 'string')
    return given.config === 'off' ? undefined : resolve(given.config);
  const named = environment['DO_MCP_CONFIG']?.trim() ?? '';
  if (named === 'off') return undefined;
  if (named !== '' && !isAbsolute(named))
    throw new UsageError(
      `DO_MCP_CONFIG must be a whole path, not "${shown(named)}": which file that is would depend on the folder in which the program is started.`,
    );
  if (named !== '') return named;
  const folder = configurationFolder(environment, platform);
  if (folder === undefined) return undefined;
  const [first, second] = names.map((name) => join(folder, name)).filter(isThere);
  if (second !== undefined)
    throw new UsageError(
      `There are two configuration files, ${shown(first ?? '')} and ${shown(second)}. Keep one of them, or name it with --config.`,
    );
  return first;
};
