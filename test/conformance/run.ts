// Runs the official conformance suite and the Inspector's strict check against our own transport: a line each, exit 1 when one fails.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveCatalogue } from './serve-catalogue.ts';
import { serveFixtures } from './serve-fixtures.ts';

// Both tools need a newer Node than the server does, so they bring their own.
const suite = [
  '-y',
  '-p',
  'node@24',
  '-p',
  '@modelcontextprotocol/conformance@0.2.0-alpha.12',
  'conformance',
  'server',
];
const inspector = [
  '-y',
  '-p',
  'node@24',
  '-p',
  '@modelcontextprotocol/inspector@2.12.0',
  'mcp-inspector',
  '--cli',
];

interface Outcome {
  readonly code: number;
  readonly output: string;
}

const run = (words: readonly string[], cwd: string): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn('npx', words, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      output += String(chunk);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });

const baseline = (revision: string): string =>
  fileURLToPath(new URL(`./baseline-${revision}.yml`, import.meta.url));

const failures = (output: string): string =>
  output
    .split('\n')
    .filter((line) => /^\s*[✗✕×]|unexpected|stale|error/i.test(line))
    .slice(0, 30)
    .join('\n');

/** The strict check speaks through its exit code; what it lists is its findings. */
const inspect = async (url: string, cwd: string): Promise<Outcome> =>
  run([...inspector, url, '--transport', 'http', '--method', 'tools/list', '--strict'], cwd);

const main = async (): Promise<number> => {
  const cwd = await mkdtemp(join(tmpdir(), 'conformance-'));
  const fixtures = await serveFixtures();
  const catalogue = await serveCatalogue();
  const at = (port: number): string => `http://127.0.0.1:${port}/mcp`;
  const revisions = ['2025-11-25', '2026-07-28'];
  const steps = [
    ...revisions.map((revision) => ({
      name: `fixtures, required set of ${revision}`,
      says: 'every scored scenario passes',
      run: () => run([...suite, '--url', at(fixtures.port), '--requirements', revision], cwd),
    })),
    ...revisions.map((revision) => ({
      name: `real catalogue, required set of ${revision}`,
      says: 'passes but for what its baseline names, and all of that fails',
      run: () =>
        run(
          [
            ...suite,
            '--url',
            at(catalogue.port),
            '--requirements',
            revision,
            '--expected-failures',
            baseline(revision),
          ],
          cwd,
        ),
    })),
    {
      name: 'real catalogue, Inspector --strict',
      says: 'no finding',
      run: () => inspect(at(catalogue.port), cwd),
    },
  ];
  let worst = 0;
  try {
    for (const step of steps) {
      const { code, output } = await step.run();
      process.stdout.write(
        code === 0 ? `ok   ${step.name}: ${step.says}\n` : `FAIL ${step.name}\n`,
      );
      if (code !== 0) {
        worst = 1;
        process.stdout.write(`${failures(output)}\n`);
      }
      if (process.env['CONFORMANCE_LOGS'])
        await writeFile(
          join(process.env['CONFORMANCE_LOGS'], `${step.name.replaceAll(/[^a-z0-9]+/gi, '-')}.txt`),
          output,
        );
    }
  } finally {
    await fixtures.drain();
    await catalogue.drain();
    await rm(cwd, { recursive: true, force: true });
  }
  return worst;
};

process.exit(await main());
