// What `init` takes from the machine that it runs on; tests hand in another.
import { realpathSync } from 'node:fs';
import { homedir, release } from 'node:os';
import { join } from 'node:path';
import { type Home, type Platform, windowsHomeIn } from '../../clients/home.ts';
import type { Started } from '../../clients/start.ts';
import type { Environment } from '../../configuration/environment.ts';
import type { Clock } from '../../ports.ts';
import { systemClock } from '../../system.ts';
import { version } from '../../version.ts';
import { startApart } from '../open-browser.ts';

/** The machine, as far as clients are concerned. */
export interface Machine {
  readonly home: Home;
  readonly started: Started;
  readonly clock: Clock;
  /** Shows a page in the browser; false where there is none to be started. */
  browse(url: string): Promise<boolean>;
}

const platformOf = (environment: Environment): Platform => {
  if (process.platform === 'win32') return 'windows';
  if (process.platform === 'darwin') return 'macos';
  const isWsl = environment['WSL_DISTRO_NAME'] !== undefined || /microsoft/i.test(release());
  return isWsl ? 'wsl' : 'linux';
};

/** The program's own file, behind the links by which npm starts it. */
const scriptOf = (argument: string | undefined): string => {
  try {
    return realpathSync(argument ?? '');
  } catch {
    return argument ?? '';
  }
};

const browsers: Readonly<Record<Platform, readonly [string, ...string[]]>> = {
  macos: ['open'],
  linux: ['xdg-open'],
  // `start` takes its first quoted word for a title.
  windows: ['cmd', '/c', 'start', ''],
  wsl: ['wslview'],
};

const browseOn =
  (platform: Platform) =>
  (url: string): Promise<boolean> => {
    const [command, ...words] = browsers[platform];
    return startApart(command, [...words, url]);
  };

/** This machine, and how this process was started on it. */
export const thisMachine = (environment: Environment): Machine => {
  const platform = platformOf(environment);
  const said = environment[platform === 'windows' ? 'USERPROFILE' : 'HOME'];
  return {
    home: {
      platform,
      folder: said || homedir(),
      environment,
      windows: platform === 'wsl' ? windowsHomeIn(environment) : null,
    },
    started: {
      node: process.execPath,
      script: scriptOf(process.argv[1]),
      version,
      platform,
      environment,
    },
    clock: systemClock,
    browse: browseOn(platform),
  };
};

/** The file in which a token is kept for clients that cannot refer to one otherwise, in the user's configuration folder. */
export const tokenFileIn = ({ folder, platform, environment }: Home): string =>
  join(
    (platform === 'windows' ? environment['APPDATA'] : environment['XDG_CONFIG_HOME']) ||
      join(folder, ...(platform === 'windows' ? ['AppData', 'Roaming'] : ['.config'])),
    'digitalocean-scoped-mcp',
    'token',
  );
