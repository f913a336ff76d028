// npm run bundle: packs the bundle for Claude Desktop with the official packer, unpacks it and starts it as a host does.
// The bundle is left in the folder named behind it, else in release.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleManifest } from '../packages/bundle-manifest.ts';
import { bundleFile } from '../packages/identity.ts';
import { build } from '../set-up/build.mjs';
import { installPacker, packer, startedBy } from './packer.ts';
import { serveOnce } from './serve-once.ts';
import { stageBundle } from './stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a person may have answered, and whether tools that change something are to be listed then. */
const people = [
  { answers: { sandbox: true }, changes: false },
  { answers: { sandbox: true, read_only: false, areas: 'domains' }, changes: true },
  { answers: { sandbox: true, token: 'dop_v1_0000' }, changes: false },
] as const;

const tryOut = async (folder: string, state: string): Promise<void> => {
  for (const { answers, changes } of people) {
    const started = await startedBy(bundleManifest, folder, answers);
    if (!started) throw new Error(`With ${JSON.stringify(answers)} the bundle is not started.`);
    const listed = await serveOnce(started, state);
    if (listed.includes('domains_create_record') !== changes)
      throw new Error(`With ${JSON.stringify(answers)} these are listed: ${listed.join(', ')}`);
    console.log(`${JSON.stringify(answers)}: ${listed.length} tools`);
  }
};

const scratch = mkdtempSync(join(tmpdir(), 'do-mcp-bundle-'));
try {
  installPacker();
  if ((await build(root)) !== 0) throw new Error('The program does not build.');
  const staged = join(scratch, 'staged');
  const unpacked = join(scratch, 'unpacked');
  const out = resolve(process.argv[2] ?? join(root, 'release'));
  const file = join(out, bundleFile);
  stageBundle(root, staged);
  packer('validate', join(staged, 'manifest.json'));
  mkdirSync(out, { recursive: true });
  packer('pack', staged, file);
  packer('unpack', file, unpacked);
  await tryOut(unpacked, join(scratch, 'state'));
  console.log(`${file}: ${Math.round(statSync(file).size / 1000)} kB`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
