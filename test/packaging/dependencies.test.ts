// Every dependency has its written reason, and what travels in the program is what the reasons say.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleCommand, bundleTesting } from '../../scripts/build/bundle.ts';
import { bundleConsole } from '../../scripts/build/console.ts';
import { licencesOf } from '../../scripts/build/licences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'do-mcp-dependencies-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const declared = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
  Object.keys(manifest[kind] ?? {}),
);

const page = readFileSync(join(root, 'docs', 'dependencies.md'), 'utf8');
const reasonsUnder = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '', reason = '']) => [
      name,
      reason,
    ]),
  );
const [, carriedText = ''] = page.split('## Carried inside the program');
const carried = [...reasonsUnder(carriedText.split('## ')[0] ?? '').keys()].sort();

const bundled = async (): Promise<string[]> => {
  const command = await bundleCommand(root, 'src/main.ts', scratch, ['src/commands/stdio.ts']);
  const testing = await bundleTesting(root, 'src/testing/index.ts', join(scratch, 'testing.js'));
  const page = await bundleConsole(root);
  return [...new Set([...command.packages, ...testing.packages, ...page.packages])].sort();
};

describe('dependencies', () => {
  it('each have one written reason, and no reason outlives its dependency', () => {
    const reasons = reasonsUnder(page);
    expect([...reasons.keys()].sort()).toEqual([...declared].sort());
    for (const [name, reason] of reasons)
      expect(reason.length, `the reason for ${name}`).toBeGreaterThan(5);
  });

  it('are not installed on the machines of users, who get them inside the bundle', () => {
    expect(manifest['dependencies'] ?? {}).toEqual({});
  });

  it('that travel in the program are the ones listed so, and bring their licences', async () => {
    const packages = await bundled();
    expect(packages.filter((name) => declared.includes(name))).toEqual(carried);
    const licences = licencesOf(root, packages);
    for (const name of packages) expect(licences).toContain(`\n${name} `.trimStart());
    expect(packages).not.toContain('ajv');
    expect(packages).not.toContain('msw');
  });

  it('that no start over stdio needs are read later', async () => {
    await bundled();
    const [started, later] = ['main.cjs', 'later.cjs'].map((pack) =>
      readFileSync(join(scratch, pack), 'utf8'),
    );
    for (const mark of ['Too many failed attempts', 'Sam Sandbox']) {
      expect(started).not.toContain(mark);
      expect(later).toContain(mark);
    }
    // The forms of UUIDs stand nowhere but in the shapes, which only tests and the simulation may ask for.
    expect(started).not.toContain('xxxxxxxx-xxxx-4xxx');
    expect(readdirSync(scratch)).toContain('library-undici.cjs');
  });
});
