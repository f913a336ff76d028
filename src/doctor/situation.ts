// What the checks look at: what was told, the machine, and what one question each has brought.
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { TokenInfo } from '../account/token-info.ts';
import type { ConfiguredClient } from '../clients/configured-servers.ts';
import type { Home, Platform } from '../clients/home.ts';
import { windowsHomeIn } from '../clients/home.ts';
import type { Environment } from '../configuration/environment.ts';
import type { Written } from '../configuration/file/written.ts';
import type { OptionName, OptionValues } from '../configuration/options/options.ts';
import type { Settings } from '../configuration/settings.ts';
import type { Clock } from '../ports.ts';
import type { Reached } from './reach.ts';

/** The machine and the process, as far as they matter. */
export interface Machine {
  /** Version of Node.js, such as `20.20.2`. */
  readonly node: string;
  readonly execPath: string;
  /** The file that was started, behind links; null where it cannot be told. */
  readonly script: string | null;
  readonly home: Home;
  readonly folder: string;
  /** Variables that Node.js itself has read from files, by its own flag. */
  readonly envFiles: readonly string[];
}

/** What was told, with what is wrong in it. */
export interface Told {
  readonly given: OptionValues;
  readonly environment: Environment;
  /** What the configuration file says; nothing where there is none, or it cannot be read. */
  readonly written: Written;
  /** Options of the servers: those that are read. */
  readonly takes: readonly OptionName[];
  /** Null where they cannot be read. */
  readonly settings: Settings | null;
  /** What is wrong with the token, in a sentence; null when nothing is, or there is none. */
  readonly tokenTrouble: string | null;
  /** What is wrong with anything else, a sentence each. */
  readonly troubles: readonly string[];
}

/** What DigitalOcean told about a token, and how far ahead of its clock ours was then, in milliseconds. */
export interface AskedToken extends TokenInfo {
  readonly ahead: number | null;
}

/** Everything that checks look at. */
export interface Situation {
  readonly told: Told;
  readonly machine: Machine;
  readonly box: ToolBox;
  readonly clock: Clock;
  /** Whether DigitalOcean's hosts can be reached; asked once. */
  readonly reached: () => Promise<Reached>;
  /** What DigitalOcean tells about the token; null where there is no token or no way to ask. Asked once. */
  readonly tokenInfo: () => Promise<AskedToken | null>;
  /** The clients of this machine with the servers that each has; read once. */
  readonly clients: () => Promise<readonly ConfiguredClient[]>;
  /**
   * Reads a policy file as a start does, and tells whom it holds, in a sentence.
   * @throws {UsageError} when it cannot be used.
   */
  readonly policyIn: (path: string) => Promise<string>;
  /** Says on a terminal what takes its time. */
  readonly saying: (what: string) => void;
}

const platformOf = (environment: Environment): Platform => {
  if (process.platform === 'win32') return 'windows';
  if (process.platform === 'darwin') return 'macos';
  return environment['WSL_DISTRO_NAME'] === undefined ? 'linux' : 'wsl';
};

const scriptOf = (path: string | undefined): string | null => {
  try {
    return path === undefined ? null : realpathSync(path);
  } catch {
    return null;
  }
};

/** The machine that this process runs on. */
export const thisMachine = (environment: Environment): Machine => ({
  node: process.versions.node,
  execPath: process.execPath,
  script: scriptOf(process.argv[1]),
  home: {
    platform: platformOf(environment),
    folder: environment['HOME'] || environment['USERPROFILE'] || homedir(),
    environment,
    windows: windowsHomeIn(environment),
  },
  folder: process.cwd(),
  envFiles: process.execArgv.flatMap(
    (flag) => /^--env-file(?:-if-exists)?=(.+)$/.exec(flag)?.[1] ?? [],
  ),
});
