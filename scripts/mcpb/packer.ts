// The official packer, installed beside this file when it is first wanted: what it says of a bundle is the last word.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const cli = join(here, 'node_modules', '@anthropic-ai', 'mcpb', 'dist', 'cli', 'cli.js');
const library = new URL('./node_modules/@anthropic-ai/mcpb/dist/index.js', import.meta.url).href;

const run = (command: string, words: readonly string[], cwd: string): void => {
  const { status } = spawnSync(command, words, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}.`);
};

/** Installs the packer from its own lock file, unless it is there. */
export const installPacker = (): void => {
  if (!existsSync(cli)) run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], here);
};

/**
 * Runs the packer.
 * @throws {Error} when it refuses; it has said why.
 */
export const packer = (...words: readonly string[]): void =>
  run(process.execPath, [cli, ...words], here);

/** A program as a host of bundles starts it. */
export interface Started {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * How a host starts a bundle, by the packer's own reckoning.
 *
 * @param manifest The bundle's manifest.
 * @param folder Where the bundle is unpacked.
 * @param answers What the person answered in its form.
 * @returns undefined where something that has to be answered is not.
 */
export const startedBy = async (
  manifest: object,
  folder: string,
  answers: Readonly<Record<string, string | boolean>>,
): Promise<Started | undefined> => {
  // Not installed where types are checked, hence no types: the function's own are repeated here.
  const { getMcpConfigForManifest } = (await import(library)) as {
    getMcpConfigForManifest(parts: object): Promise<Started | undefined>;
  };
  return getMcpConfigForManifest({
    manifest,
    extensionPath: folder,
    systemDirs: {},
    userConfig: answers,
    pathSeparator: process.platform === 'win32' ? '\\' : '/',
  });
};
