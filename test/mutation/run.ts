// npm run mutate: changes the program in small ways and tells which changes no test notices. Names of parts choose, `--about 200` bounds.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

/** What is mutated: each part with its folder, and with the tests that are about it: folders, or how files begin. */
const parts: Readonly<
  Record<string, { readonly folder: string; readonly tests: readonly string[] }>
> = {
  guard: { folder: 'src/guard', tests: ['test/guard'] },
  menu: { folder: 'src/menu', tests: ['test/menu'] },
  road: { folder: 'src/road', tests: ['test/server', 'test/guard/permits'] },
  advice: { folder: 'src/advice', tests: ['test/advice'] },
  server: { folder: 'src/server', tests: ['test/server', 'test/stdio'] },
  client: { folder: 'src/client', tests: ['test/client'] },
  authentication: {
    folder: 'src/http/authentication',
    tests: [
      'test/http/agent-file',
      'test/http/authentication',
      'test/http/callers-by-token',
      'test/http/failed-attempts',
      'test/http/follow-agents',
      'test/http/follow-key',
      'test/http/key-file',
      'test/http/rights',
      'test/http/token-look-ups',
    ],
  },
  request: {
    folder: 'tools/request',
    tests: [
      'test/tools/path',
      'test/tools/reading',
      'test/tools/schema',
      'test/tools/validation',
      'test/server/bad-input',
      'test/server/sent-arguments',
    ],
  },
  answer: {
    folder: 'tools/answer',
    tests: [
      'test/tools/answer-bounds',
      'test/tools/follow-up',
      'test/tools/list-table',
      'test/tools/narrow',
      'test/tools/one-shape',
      'test/tools/places',
      'test/tools/view',
    ],
  },
  tool: { folder: 'tools/tool', tests: ['test/tools', 'test/scope-map'] },
  secrets: {
    folder: 'tools/secrets',
    tests: ['test/tools/kinds-of-secrets', 'test/tools/redaction', 'test/tools/secrets'],
  },
};

const { values, positionals: chosen } = parseArgs({
  options: { about: { type: 'string' } },
  allowPositionals: true,
});
const about = values.about === undefined ? undefined : Number(values.about);
if (about !== undefined && !(Number.isInteger(about) && about > 0)) {
  console.error('--about takes how many mutants of a part to try: a whole number above 0.');
  process.exit(2);
}
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(2);
}
if (!existsSync(join(here, 'node_modules')))
  // The runner joins the vitest of the project, so it must not bring one of its own.
  execFileSync('npm', ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
  });

/** What stryker is told to mutate: the whole folder, or ranges within it that hold about so many mutants. */
const mutated = async (folder: string): Promise<string> => {
  if (about === undefined) return `${folder}/**/*.ts`;
  const { sampleOf } = await import('./sample.mjs');
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(root, folder, name));
  const ranges = await sampleOf(files, about);
  return ranges.map((range) => relative(root, range)).join(',');
};

// What survived once is not tried again for tests that are new since: a bounded run is short enough to ask anew.
const sample = 'test/mutation/reports/sample.json';
const fresh = about === undefined ? [] : ['--incrementalFile', sample];

let failed = false;
for (const [name, { folder, tests }] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n== ${name}: ${folder}`);
  rmSync(join(root, sample), { force: true });
  const { status } = spawnSync(
    join(here, 'node_modules', '.bin', 'stryker'),
    ['run', 'test/mutation/stryker.config.json', '--mutate', await mutated(folder), ...fresh],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_ENV: 'test',
        MUTATION_TESTS: tests.join(','),
        MUTATION_PART: name,
      },
    },
  );
  failed ||= status !== 0;
}
rmSync(join(root, 'test', 'mutation', '.work'), { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
