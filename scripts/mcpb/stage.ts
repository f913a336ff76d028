// Lays out what goes into the bundle for Claude Desktop: its manifest, the built program without what only tests of
// others need, and the licences.
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryPoint } from '../packages/bundle-manifest.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Made for one machine, or for the tests of others. */
const isLeftOut = (file: string): boolean =>
  /^(testing\.|types$|\.built$)|\.cache$/.test(basename(file));

/**
 * Fills a folder with what is packed.
 *
 * @param root The project's folder, built.
 * @param folder The folder; it is made.
 */
export const stageBundle = (root: string, folder: string): void => {
  const server = join(folder, 'server');
  mkdirSync(server, { recursive: true });
  for (const file of readdirSync(join(root, 'dist')))
    if (!isLeftOut(file)) cpSync(join(root, 'dist', file), join(server, file));
  cpSync(join(here, 'start.cjs'), join(folder, entryPoint));
  cpSync(join(here, 'manifest.json'), join(folder, 'manifest.json'));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
};
