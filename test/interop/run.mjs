// npm run interop: installs this package where it is not, then lets others' converters and clients judge the built program.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

const run = (command, words, cwd) =>
  spawnSync(command, words, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
    .status ?? 1;

const judges = { converters: 'converters/run.ts', clients: 'clients/run.ts' };
const [first, ...rest] = process.argv.slice(2);
if (first !== undefined && !Object.hasOwn(judges, first)) {
  console.error(`There is no ${first}. There are: ${Object.keys(judges).join(', ')}.`);
  process.exit(2);
}
const chosen = first === undefined ? Object.keys(judges) : [first];

const ready =
  (existsSync(`${here}node_modules`) ? 0 : run('npm', ['ci', '--no-audit', '--no-fund'], here)) ||
  run('npm', ['run', '--silent', 'build'], root);
const failed =
  ready === 0
    ? chosen.filter(
        (name) => run(process.execPath, ['--import', 'tsx', judges[name], ...rest], here) !== 0,
      )
    : chosen;
process.exitCode = failed.length === 0 ? 0 : 1;
