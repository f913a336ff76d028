// npm run packages: writes what registries and clients read of us, from package.json and our options.
// With --bundle <file> it prints server.json with the released bundle in it instead.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { bundleManifest } from './packages/bundle-manifest.ts';
import { withLinks } from './packages/install-links.ts';
import { registryEntry } from './packages/registry-entry.ts';

const jsonText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const write = (file: string, text: string): void =>
  writeFileSync(new URL(`../${file}`, import.meta.url), text);

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

const [flag, bundle] = process.argv.slice(2);
if (flag === '--bundle' && bundle !== undefined) {
  const hash = createHash('sha256').update(readFileSync(bundle)).digest('hex');
  process.stdout.write(jsonText(registryEntry(hash)));
} else {
  write('server.json', jsonText(registryEntry()));
  write('scripts/mcpb/manifest.json', jsonText(bundleManifest));
  write('docs/start.md', withLinks(read('docs/start.md')));
}
