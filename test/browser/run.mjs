// npm run browser: installs this package where it is not, builds, and tries the console in Debian's Chromium.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

const run = (command, words, cwd) =>
  spawnSync(command, words, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
    .status ?? 1;

const chosen = process.argv.slice(2);
const isMeant = (name) =>
  name.endsWith('.browser.ts') || (name === 'pictures.ts' && chosen.includes('pictures'));
const files = readdirSync(here)
  .filter(isMeant)
  .filter((name) => chosen.length === 0 || chosen.some((word) => name.includes(word)))
  .map((name) => `test/browser/${name}`);
if (files.length === 0) {
  console.error(`No file here is named by ${chosen.join(', ')}.`);
  process.exit(2);
}

process.exitCode =
  (existsSync(`${here}node_modules`) ? 0 : run('npm', ['ci', '--no-audit', '--no-fund'], here)) ||
  run('npm', ['run', '--silent', 'build'], root) ||
  run(
    process.execPath,
    [
      '--import',
      'tsx',
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-timeout=60000',
      ...files,
    ],
    root,
  );
