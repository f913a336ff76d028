// What 563 made-up entries beside the real ones change: types, build, start and tokens of the tools that are listed.
// Run by itself (npx tsx bench/many-entries.ts [rounds]); works in a copy of the project, never in the project.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { type Area, areaNames } from '../scope-map/areas.ts';
import { folderOf } from '../scope-map/shelves.ts';
import { listTools, startSession } from './stdio-session.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = 563;
const rounds = Number(process.argv[2] ?? 15);

/** The project as it is on disk, without what a build or an installation leaves behind. */
const copyProject = (folder: string): void => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter((name) => name !== ''))
    cpSync(join(root, file), join(folder, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
};

const factsOf = (folder: string, area: Area): Readonly<Record<string, object>> =>
  JSON.parse(readFileSync(join(folder, 'scope-map', folderOf(area), 'facts.json'), 'utf8'));

/** Copies an area under another name, every operation and path renamed. */
const makeUp = (folder: string, area: Area, round: number): string => {
  const name = `made_up_${round}_${area}`;
  const from = join(folder, 'scope-map', folderOf(area));
  const to = join(folder, 'scope-map', 'areas', name.replaceAll('_', '-'));
  cpSync(from, to, { recursive: true });
  rmSync(join(to, 'corrections.ts'), { force: true });
  const facts = factsOf(folder, area);
  const renamed = (id: string): string => `${id}_m${round}`;
  writeFileSync(
    join(to, 'facts.json'),
    JSON.stringify(
      Object.fromEntries(
        Object.entries(facts).map(([id, known]) => [
          renamed(id),
          { ...known, path: String(Reflect.get(known, 'path')).replace('/v2/', `/v2/m${round}/`) },
        ]),
      ),
      null,
      1,
    ),
  );
  const entries = readFileSync(join(to, 'entries.ts'), 'utf8').replaceAll(
    /^( {2,4})(\w+): \{$/gm,
    (line, indent: string, id: string) => (id in facts ? `${indent}${renamed(id)}: {` : line),
  );
  writeFileSync(join(to, 'entries.ts'), entries);
  return `  ${name}: { title: 'Made up', load: () => import('./areas/${name.replaceAll('_', '-')}/entries.ts') },\n`;
};

/** Adds made-up areas until there are as many entries more as were wanted. */
const addEntries = (folder: string): number => {
  const lines: string[] = [];
  let added = 0;
  for (let round = 1; added < wanted; round += 1)
    for (const area of areaNames) {
      const count = Object.keys(factsOf(folder, area)).length;
      if (added + count > wanted) continue;
      lines.push(makeUp(folder, area, round));
      added += count;
    }
  const list = join(folder, 'scope-map', 'areas.ts');
  const text = readFileSync(list, 'utf8');
  writeFileSync(
    list,
    text.replace('} as const satisfies', `${lines.join('')}} as const satisfies`),
  );
  const script = join(folder, 'write-index.mts');
  writeFileSync(
    script,
    `import { writeFileSync } from 'node:fs';
import { readShelves } from './scripts/catalogue/shelves.ts';
import { indexOf, indexText } from './scripts/catalogue/index-lines.ts';
writeFileSync('scope-map/index.json', indexText(indexOf(await readShelves())));\n`,
  );
  execFileSync(process.execPath, [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), script], {
    cwd: folder,
  });
  rmSync(script);
  return added;
};

const timed = (folder: string, command: readonly string[]): number => {
  const began = performance.now();
  execFileSync(process.execPath, command, { cwd: folder, stdio: 'ignore' });
  return performance.now() - began;
};

const startOf = async (folder: string) => {
  const began = performance.now();
  const launcher = join(folder, 'dist', 'do-mcp.cjs');
  const areas = ['--areas', areaNames.join(',')];
  const session = startSession(process.execPath, [launcher, 'stdio', '--sandbox', ...areas]);
  const tools = await listTools(session);
  const milliseconds = performance.now() - began;
  await session.close();
  return { milliseconds, tools };
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const kilobytes = (file: string): number => Math.round(statSync(file).size / 1000);

const workshop = mkdtempSync(join(tmpdir(), 'many-entries-'));
try {
  const folders = { real: join(workshop, 'real'), many: join(workshop, 'many') };
  for (const folder of Object.values(folders)) copyProject(folder);
  const added = addEntries(folders.many);
  const figures: Record<string, Record<string, number>> = {};
  for (const [name, folder] of Object.entries(folders)) {
    const types = timed(folder, ['node_modules/typescript/bin/tsc', '-p', '.']);
    const build = timed(folder, ['node_modules/tsx/dist/cli.mjs', 'scripts/build.ts']);
    const files = readdirSync(join(folder, 'dist')).filter((file) => file.endsWith('.cjs'));
    figures[name] = {
      'types, s': Math.round(types / 100) / 10,
      'build, s': Math.round(build / 100) / 10,
      'dist, kB': files.reduce((sum, file) => sum + kilobytes(join(folder, 'dist', file)), 0),
      'main.cjs, kB': kilobytes(join(folder, 'dist', 'main.cjs')),
      'files of areas': files.filter((file) => file.startsWith('area-')).length,
    };
  }
  const starts: Record<string, number[]> = { real: [], many: [] };
  // By turns, so that a machine that grows slower changes both alike; the first round warms the disk.
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, folder] of Object.entries(folders)) {
      const { milliseconds, tools } = await startOf(folder);
      if (round > 0) starts[name]?.push(milliseconds);
      Object.assign(figures[name] ?? {}, {
        tools: tools.length,
        tokens: countTokens(JSON.stringify(tools)),
      });
    }
  for (const [name, times] of Object.entries(starts))
    Object.assign(figures[name] ?? {}, {
      'start, ms': Math.round(median(times)),
      // What the machine does besides only ever adds.
      'least, ms': Math.round(Math.min(...times)),
    });
  console.log(`${added} made-up entries in ${dirname(folders.many)}, median of ${rounds} starts`);
  console.table(figures);
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
