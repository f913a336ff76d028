// The packed file in an empty folder, on every Node.js that is supported and can be had here: npx starts it over stdio.
// .ci/run fetches them beforehand and names them in TEST_NODES, so that none is left out there.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { build } from '../../scripts/set-up/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'do-mcp-nodes-'));

/** Lines of Node.js that get mended, the oldest supported one among them. */
const lines = [20, 22, 24] as const;

interface Found {
  readonly line: number;
  readonly version: string;
  /** The program itself. */
  readonly path: string;
}

const told = (command: string, words: readonly string[], options: object = {}): string =>
  execFileSync(command, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command !== process.execPath,
    ...options,
  }).trim();

const mine = Number(process.versions.node.split('.')[0]);

/** The newest of a line in npm's cache, or the one that runs this; undefined where there is neither. */
const find = (line: number): Found | undefined => {
  if (line === mine) return { line, version: process.versions.node, path: process.execPath };
  try {
    const script = 'process.stdout.write(process.execPath + " " + process.versions.node)';
    const [path = '', version = ''] = told('npx', [
      '--yes',
      '--offline',
      '-p',
      `node@${line}`,
      'node',
      '-e',
      process.platform === 'win32' ? `"${script}"` : script,
    ]).split(' ');
    return { line, version, path };
  } catch {
    return undefined;
  }
};

const found = lines.flatMap((line) => find(line) ?? []);

/** The variables of somebody who has just installed that Node.js. */
const environmentFor = ({ path }: Found, home: string): Record<string, string> => ({
  PATH: [dirname(path), process.env['PATH'] ?? ''].join(delimiter),
  HOME: home,
  USERPROFILE: home,
  npm_config_cache: told('npm', ['config', 'get', 'cache']),
});

let packed = '';

beforeAll(async () => {
  expect(await build(root)).toBe(0);
  const answer: readonly { filename: string }[] = JSON.parse(
    told('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], {
      cwd: root,
    }),
  );
  packed = join(scratch, answer[0]?.filename ?? 'nothing');
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the packed file', () => {
  it('is tried on every Node.js that has to be there', () => {
    console.log(
      `The packed file is tried on Node ${found.map(({ version }) => version).join(', ')}.`,
    );
    const needed = (process.env['TEST_NODES'] ?? '').split(/\D+/).filter((line) => line !== '');
    expect(found.map(({ line }) => String(line))).toEqual(expect.arrayContaining(needed));
  });

  it.each(found)(
    'serves over stdio through npx on Node $version',
    async (node) => {
      const folder = join(scratch, `on-${node.line}`);
      const home = join(folder, 'home');
      mkdirSync(home, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{"private":true}');
      const env = environmentFor(node, home);
      const quiet = [
        '--offline',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        '--legacy-peer-deps',
      ];
      told('npm', ['install', ...quiet, packed], { cwd: folder, env });

      const client = new Client({ name: 'newcomer', version: '1' });
      const transport = new StdioClientTransport({
        command: 'npx',
        args: ['--yes', '--offline', manifest.name, '--sandbox'],
        cwd: folder,
        env,
      });
      // The old SDK's declarations do not know exactOptionalPropertyTypes.
      await client.connect(transport as Parameters<Client['connect']>[0]);
      try {
        const { tools } = await client.listTools();
        expect(tools.map(({ name }) => name)).toContain('droplets_list');
        const answer = await client.callTool({ name: 'droplets_list', arguments: {} });
        expect(JSON.stringify(answer)).toContain('web-01');
      } finally {
        await client.close();
      }
      const demo = told('npx', ['--yes', '--offline', 'do-mcp', 'demo'], { cwd: folder, env });
      expect(demo).toContain('the record is whole');
    },
    60_000,
  );
});
