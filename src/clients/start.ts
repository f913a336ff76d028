// How this program is started again by a client: the way it was started just now, in words that work from a desktop.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../configuration/environment.ts';
import type { Client } from './client.ts';
import type { Platform } from './home.ts';

/** How this process was started. */
export interface Started {
  /** The Node.js that runs it. */
  readonly node: string;
  /** The file that it runs, behind links. */
  readonly script: string;
  readonly version: string;
  readonly platform: Platform;
  readonly environment: Environment;
}

/** The words that start the program, before its own options. */
export interface StartWords {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const packageName = 'digitalocean-scoped-mcp';

/** npx keeps what it fetches in a folder of this name, and tidies it up as it likes. */
const isFromNpx = (script: string): boolean => /[\\/]_npx[\\/]/.test(script);

/** Homebrew's own folders go with each new version; the link to the newest stays. */
const lasting = (node: string): string => {
  const found = /^(.*)\/Cellar\/([^/]+)\/[^/]+\/bin\/node$/.exec(node);
  const link = found ? `${found[1]}/opt/${found[2]}/bin/node` : node;
  return existsSync(link) ? link : node;
};

/**
 * npx, by its own path where a desktop starts it: a desktop has no version manager on its PATH, and would start the
 * oldest Node.js of the machine, or none.
 */
const byNpx = ({ node, version, platform }: Started, client: Client): StartWords => {
  const words = ['-y', `${packageName}@${version}`];
  // A batch file cannot be started but by the shell (code.claude.com/docs/en/mcp says the same).
  if (platform === 'windows') return { command: 'cmd', args: ['/c', 'npx', ...words], env: {} };
  const folder = dirname(lasting(node));
  const npx = join(folder, 'npx');
  if (!client.startsFromDesktop || !existsSync(npx))
    return { command: 'npx', args: words, env: {} };
  const path = `${folder}:/usr/local/bin:/usr/bin:/bin`;
  return {
    command: npx,
    args: words,
    env: client.refusesVariables?.includes('PATH') ? {} : { PATH: path },
  };
};

/** From Windows into WSL, without a shell between; what is set on this side of the border is set by `env`. */
const acrossWsl = ({ command, args, env }: StartWords, { environment }: Started): StartWords => {
  const distribution = environment['WSL_DISTRO_NAME'];
  return {
    command: 'wsl.exe',
    args: [
      ...(distribution ? ['-d', distribution] : []),
      '--exec',
      ...(Object.keys(env).length > 0 ? ['env'] : []),
      ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
      command,
      ...args,
    ],
    env: {},
  };
};

/** The words for a client. */
export const startWords = (started: Started, client: Client): StartWords => {
  const { node, script, platform } = started;
  const words = isFromNpx(script)
    ? byNpx(started, client)
    : { command: lasting(node), args: [script], env: {} };
  return platform === 'wsl' && client.isDesktop ? acrossWsl(words, started) : words;
};
