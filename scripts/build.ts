// npm run build: the command, its launcher and code cache, the testing door with its types, the licences.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommand, bundleTesting } from './build/bundle.ts';
import { makeCodeCache } from './build/code-cache.ts';
import { writeLauncher } from './build/launcher.ts';
import { licencesOf } from './build/licences.ts';
import { emitTestingTypes } from './build/testing-types.ts';
import { markBuilt, sourceStamp } from './set-up/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

const build = async (): Promise<string> => {
  const stamp = sourceStamp(root);
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) rmSync(join(dist, name), { recursive: true, force: true });

  const [command, testing] = await Promise.all([
    bundleCommand(root, 'src/main.ts', dist, ['src/commands/stdio.ts']),
    bundleTesting(root, 'src/testing/index.ts', join(dist, 'testing.js')),
    emitTestingTypes(root, dist),
  ]);

  const packages = [...new Set([...command.packages, ...testing.packages])].sort();
  writeFileSync(join(dist, 'third-party-licences.txt'), licencesOf(root, packages));

  await makeCodeCache(process.execPath, writeLauncher(dist, command.entry));
  markBuilt(root, stamp);
  return `Built dist/do-mcp.cjs (${kilobytes(command.bytes)}) and dist/testing.js (${kilobytes(testing.bytes)}).`;
};

try {
  console.error(await build());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
