// The package as npm would publish it: what is in it, and that it works in an empty project.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { build } from '../../scripts/set-up/build.mjs';
import { version } from '../../src/version.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'do-mcp-package-'));

interface Packed {
  readonly filename: string;
  /** Bytes of the packed file, and of all files in it. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

let packed: Packed;

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', ['--no-audit', '--no-fund', '--loglevel=error', ...args], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

beforeAll(async () => {
  expect(await build(root)).toBe(0);
  const told = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', project], root);
  const [first]: Packed[] = JSON.parse(told);
  if (first === undefined) throw new Error('npm packed nothing.');
  packed = first;
  writeFileSync(join(project, 'package.json'), '{"name":"project","private":true,"type":"module"}');
  npm(['install', '--offline', '--legacy-peer-deps', join(project, packed.filename)], project);
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the program, the testing door, the licences and the documents', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'CHANGELOG.md',
        'dist/do-mcp.cjs',
        'dist/main.cjs',
        'dist/testing.js',
        'dist/testing.d.ts',
        'dist/third-party-licences.txt',
      ]),
    );
  });

  it('holds nothing that only we need, and no code cache made for one machine', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => /\.cache$|\.built$|^\.env$/.test(path))).toEqual([]);
    expect(
      paths.filter((path) => /^(src|tools|scope-map|test|scripts|bench)\//.test(path)),
    ).toEqual([]);
  });

  it('is small: who tries it waits for it', () => {
    const { size, unpackedSize } = packed;
    console.log(
      `Packed ${Math.round(size / 1000)} kB, unpacked ${Math.round(unpackedSize / 1000)} kB.`,
    );
    expect(size).toBeLessThan(2_000_000);
    expect(unpackedSize).toBeLessThan(9_000_000);
  });

  it('says under which name the registry of MCP servers lists it', () => {
    const installed: { mcpName?: string } = JSON.parse(
      readFileSync(join(project, 'node_modules', manifest.name, 'package.json'), 'utf8'),
    );
    expect(installed.mcpName).toBe(manifest.mcpName);
  });

  it('brings the command do-mcp', () => {
    const told = npm(['exec', '--offline', '--', 'do-mcp', '--version'], project);
    expect(told.trim()).toBe(version);
  });

  it('brings the testing door, with types that a strict project reads', () => {
    for (const name of ['msw', '@types'])
      symlinkSync(
        join(root, 'node_modules', name),
        join(project, 'node_modules', name),
        'junction',
      );
    const code = `import * as door from 'digitalocean-scoped-mcp/testing';\nconsole.log(Object.keys(door).length > 0);\n`;
    writeFileSync(join(project, 'door.ts'), code);
    writeFileSync(join(project, 'door.js'), code);
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          module: 'NodeNext',
          target: 'ES2023',
          lib: ['ES2023'],
          types: ['node'],
          noEmit: true,
          skipLibCheck: true,
        },
        files: ['door.ts'],
      }),
    );
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [compiler, '-p', project], { stdio: 'pipe' });
    expect(execFileSync(process.execPath, [join(project, 'door.js')], { encoding: 'utf8' })).toBe(
      'true\n',
    );
  });
});
