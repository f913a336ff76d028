// npm run build: the command, its launcher and code cache, the testing door with its types, the licences.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coreShelves } from '../scope-map/core.ts';
import { folderOf, type Shelf, shelves } from '../scope-map/shelves.ts';
import { commands } from '../src/commands/commands.ts';
import { manualPage } from '../src/commands/help/manual.ts';
import { version } from '../src/version.ts';
import { bundleCommand, bundleTesting } from './build/bundle.ts';
import { makeCodeCache } from './build/code-cache.ts';
import { bundleConsole } from './build/console.ts';
import { consoleFile } from './build/console-apart.ts';
import { writeLauncher } from './build/launcher.ts';
import { licencesOf } from './build/licences.ts';
import { emitTestingTypes } from './build/testing-types.ts';
import { markBuilt, sourceStamp } from './set-up/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

const moduleOf = (shelf: Shelf): string => `scope-map/${folderOf(shelf)}/entries.ts`;

/** What a start over stdio runs besides the entry: its command, and the shelves of the core. */
const startedModules = [
  'src/commands/stdio.ts',
  'tools/tool/build-tools.ts',
  ...[...coreShelves].map(moduleOf),
];

/** Shelves without an operation of the core have a file each, so that no start reads what it does not list. */
const apartModules = new Map(
  shelves
    .filter((shelf) => !coreShelves.has(shelf))
    .map((shelf) => [`area-${shelf.replace('/', '-')}.cjs`, moduleOf(shelf)]),
);

/** Builds in a folder of its own: whoever uses the last build meanwhile must not meet half of the next. */
const buildIn = async (folder: string): Promise<string> => {
  const [command, testing, page] = await Promise.all([
    bundleCommand(root, 'src/main.ts', folder, startedModules, apartModules),
    bundleTesting(root, 'src/testing/index.ts', join(folder, 'testing.js')),
    bundleConsole(root),
    emitTestingTypes(root, folder),
  ]);
  const packages = [
    ...new Set([...command.packages, ...testing.packages, ...page.packages]),
  ].sort();
  writeFileSync(join(folder, consoleFile), JSON.stringify(page.page));
  writeFileSync(join(folder, 'do-mcp.1'), manualPage(version, commands));
  writeFileSync(join(folder, 'third-party-licences.txt'), licencesOf(root, packages));
  await makeCodeCache(process.execPath, writeLauncher(folder, command.entry));
  return `Built dist/do-mcp.cjs (${kilobytes(command.bytes)}) and dist/testing.js (${kilobytes(testing.bytes)}).`;
};

const stamp = sourceStamp(root);
// Beside the packages: the same disk, so that it can be renamed, and ignored by every tool.
const workshop = mkdtempSync(join(root, 'node_modules', '.do-mcp-build-'));
try {
  const next = join(workshop, 'next');
  mkdirSync(next);
  const told = await buildIn(next);
  if (existsSync(dist)) renameSync(dist, join(workshop, 'last'));
  renameSync(next, dist);
  markBuilt(root, stamp);
  console.error(told);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
