// Installs the dependencies when they are missing, older than the lock file, or left half done.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runChild } from './child.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @type {(file: string) => Record<string, LockedPackage>}
 */
const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
};

/** @param {string} root */
const wantedPackages = (root) =>
  Object.entries(readPackages(join(root, 'package-lock.json'))).filter(
    ([path, entry]) => path !== '' && entry.optional !== true && entry.devOptional !== true,
  );

/**
 * Stopping npm half way can leave the stamp of a former install beside packages that are gone.
 *
 * @param {string} root
 */
const nothingMissing = (root) =>
  wantedPackages(root).every(([path]) => existsSync(join(root, path, 'package.json')));

/**
 * Somebody may have run npm by hand; npm notes what it installed once it is done.
 *
 * @param {string} root
 */
const installedByHand = (root) => {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return wantedPackages(root).every(([path, entry]) => installed[path]?.version === entry.version);
};

const npmCommand = () => {
  const script = process.env.npm_execpath;
  // Windows refuses to start npm.cmd without a shell, so npm's own script is preferred where npm tells it.
  return script !== undefined && basename(script).startsWith('npm-cli')
    ? { command: process.execPath, first: [script], shell: false }
    : { command: 'npm', first: [], shell: process.platform === 'win32' };
};

/**
 * Makes `node_modules` agree with the lock file; silent when it already does.
 *
 * @param {string} root The project's folder.
 * @returns {Promise<number>} 0, or npm's exit code.
 */
export const install = async (root) => {
  const stampFile = join(root, 'node_modules', '.do-mcp-installed');
  // Some packages bring binaries for one platform: a folder carried to another machine is not fresh.
  const stamp = fingerprint(root, ['package-lock.json'], [process.platform, process.arch]);
  if (readStamp(stampFile) === stamp && nothingMissing(root)) return 0;
  if (readStamp(stampFile) === undefined && installedByHand(root) && nothingMissing(root)) {
    writeStamp(stampFile, stamp);
    return 0;
  }
  console.error('Installing what is missing (npm ci), a minute at most …');
  const { command, first, shell } = npmCommand();
  const code = await runChild(
    command,
    [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, shell },
  );
  if (code === 0) writeStamp(stampFile, stamp);
  else {
    console.error(
      `Installing failed (npm ended with ${code}). Its reason is above; check the network and run the same command again.`,
    );
  }
  return code;
};
