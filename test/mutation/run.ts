// npm run mutate: changes the program in small ways and tells which changes no test notices. Names of parts choose.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

/** What is mutated: each part with its files, and with the tests that are about it. */
const parts: Readonly<
  Record<string, { readonly files: string; readonly tests: readonly string[] }>
> = {
  guard: {
    files: 'src/guard/**/*.ts',
    tests: ['test/guard', 'test/road', 'test/tools', 'test/server'],
  },
  road: { files: 'src/road/**/*.ts', tests: ['test/road', 'test/server', 'test/guard'] },
  advice: { files: 'src/advice/**/*.ts', tests: ['test/advice', 'test/server', 'test/client'] },
  server: { files: 'src/server/**/*.ts', tests: ['test/server', 'test/http'] },
  client: { files: 'src/client/**/*.ts', tests: ['test/client'] },
  authentication: { files: 'src/http/authentication/**/*.ts', tests: ['test/http'] },
  request: { files: 'tools/request/**/*.ts', tests: ['test/tools', 'test/server'] },
  answer: { files: 'tools/answer/**/*.ts', tests: ['test/tools', 'test/server'] },
  tool: { files: 'tools/tool/**/*.ts', tests: ['test/tools', 'test/scope-map', 'test/server'] },
  secrets: { files: 'tools/secrets/**/*.ts', tests: ['test/tools', 'test/server'] },
};

const chosen = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const flags = process.argv.slice(2).filter((word) => word.startsWith('-'));
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

let failed = false;
for (const [name, { files, tests }] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n== ${name}: ${files}`);
  const { status } = spawnSync(
    join(here, 'node_modules', '.bin', 'stryker'),
    ['run', 'test/mutation/stryker.config.json', '--mutate', files, ...flags],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_ENV: 'test',
        MUTATION_TESTS: tests.filter((folder) => existsSync(join(root, folder))).join(','),
        MUTATION_PART: name,
      },
    },
  );
  failed ||= status !== 0;
}
rmSync(join(root, 'test', 'mutation', '.work'), { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
