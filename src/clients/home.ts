// The places on a machine in which clients keep their configuration, by the custom of each platform.
import { join } from 'node:path';
import type { Environment } from '../configuration/environment.ts';

/** Platforms as clients tell them apart; WSL is Linux on a Windows whose programs are at hand. */
export type Platform = 'macos' | 'linux' | 'windows' | 'wsl';

/** Whose machine this is, as far as files are concerned. */
export interface Home {
  readonly platform: Platform;
  /** The home folder. */
  readonly folder: string;
  readonly environment: Environment;
  /** On WSL: the home folder of Windows as WSL sees it; null where it cannot be told. */
  readonly windows: string | null;
}

/** Where a program that looks for its configuration by the customs of a platform finds it. */
export interface Places {
  readonly home: string;
  /** The folder for configuration of programs: `~/Library/Application Support`, `~/.config` or `%APPDATA%`. */
  readonly support: string;
  /** The same for programs that use `~/.config` on macOS too, such as Zed and goose. */
  readonly config: string;
  /** `%LOCALAPPDATA%`; null elsewhere than on Windows. */
  readonly local: string | null;
  readonly isWindows: boolean;
  readonly environment: Environment;
}

const windowsPlaces = (home: string, environment: Environment): Places => {
  const roaming = environment['APPDATA'] || join(home, 'AppData', 'Roaming');
  return {
    home,
    support: roaming,
    config: roaming,
    local: environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local'),
    isWindows: true,
    environment,
  };
};

/**
 * The places of a machine.
 * @param of `here`: of programs of this system; `desktop`: of those with windows, which on WSL are programs of Windows.
 * @returns null where they cannot be told.
 */
export const placesOf = (
  { platform, folder, environment, windows }: Home,
  of: 'here' | 'desktop',
): Places | null => {
  if (platform === 'windows') return windowsPlaces(folder, environment);
  if (platform === 'wsl' && of === 'desktop')
    // The environment here is that of Linux.
    return windows === null ? null : windowsPlaces(windows, {});
  // XDG Base Directory Specification 0.8: only absolute paths count.
  const said = environment['XDG_CONFIG_HOME'] ?? '';
  const config = said.startsWith('/') ? said : join(folder, '.config');
  return {
    home: folder,
    support: platform === 'macos' ? join(folder, 'Library', 'Application Support') : config,
    config,
    local: null,
    isWindows: false,
    environment,
  };
};

/** The home folder of Windows on WSL, told from the PATH that Windows hands over. */
export const windowsHomeIn = (environment: Environment): string | null =>
  (environment['PATH'] ?? '')
    .split(':')
    .flatMap((entry) => /^(\/mnt\/[a-z]\/Users\/[^/]+)\/AppData\//i.exec(entry)?.[1] ?? [])[0] ??
  null;
