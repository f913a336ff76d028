// Puts the launcher beside a bundle, stamped with the bundle's hash.
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { nodeComplaint } from '../set-up/node-version.mjs';

const isLibrary = (file: string): boolean => file.startsWith('library-') || file === 'do-mcp.cjs';

const template = fileURLToPath(new URL('./launcher.cjs', import.meta.url));

/**
 * Writes `do-mcp.cjs` into the bundle's folder. The hash keeps a code cache from being used with another bundle.
 *
 * @param folder Folder of the bundle.
 * @param entry Name of the chunk that exports `main`.
 * @returns Path of the launcher.
 */
export const writeLauncher = (folder: string, entry: string): string => {
  const hash = createHash('sha256');
  const packs = readdirSync(folder).filter((file) => file.endsWith('.cjs') && !isLibrary(file));
  for (const pack of packs.sort()) hash.update(readFileSync(join(folder, pack)));
  const id = hash.digest('hex').slice(0, 16);
  const launcher = join(folder, 'do-mcp.cjs');
  const text = readFileSync(template, 'utf8')
    .replace('BUILD_ID', id)
    .replace('ENTRY_CHUNK', entry)
    .replace('NODE_RANGE', manifest.engines.node)
    // The function is written into the launcher: a file more would be read at every start.
    .replace("'NODE_COMPLAINT'", () => nodeComplaint.toString());
  writeFileSync(launcher, text);
  chmodSync(launcher, 0o755);
  return launcher;
};
