// The types of the testing door: what the compiler declares, as far as the door reaches, with names that any project resolves.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { promisify } from 'node:util';

const door = 'src/testing/index.d.ts';

/** `from './x.ts'`, `import './x.ts'` and `import('./x.ts')` with a relative name. */
const relativeImport = /(from |import |import\()(['"])(\.[^'"]+)\2/g;

const declarationOf = (from: string, name: string): string =>
  normalize(join(dirname(from), name))
    .replaceAll('\\', '/')
    .replace(/\.ts$/, '.d.ts');

/**
 * Declares the whole program. What the door does not lead to may use names that it keeps to itself, so complaints
 * are kept by declaration file instead of ending the build.
 */
const compile = async (root: string, folder: string): Promise<ReadonlyMap<string, string>> => {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '-p', 'tsconfig.testing.json', '--outDir', folder];
  const told = await promisify(execFile)(process.execPath, args, { cwd: root }).then(
    () => '',
    (error: unknown) => (error instanceof Error && 'stdout' in error ? String(error.stdout) : ''),
  );
  return new Map(
    [...told.matchAll(/^(.+?)\.ts\(\d+,\d+\): error .+$/gm)].map(([line, file = '']) => [
      `${file.replaceAll('\\', '/')}.d.ts`,
      line,
    ]),
  );
};

/** Our types use the keys of a JSON file only; a project that imports them may not be able to read JSON. */
const declareJson = (root: string, dist: string, file: string): void => {
  const keys = Object.keys(JSON.parse(readFileSync(join(root, file), 'utf8')));
  const members = keys.map((key) => `  readonly ${JSON.stringify(key)}: unknown;`);
  const target = join(dist, 'types', `${file}.d.ts`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(
    target,
    `declare const facts: {\n${members.join('\n')}\n};\nexport default facts;\n`,
  );
};

/**
 * Writes `testing.d.ts` and, under `types/`, every declaration it leads to.
 *
 * @param root The project's folder.
 * @param dist Where the types go.
 * @throws Error with the compiler's words when the types do not compile.
 */
export const emitTestingTypes = async (root: string, dist: string): Promise<void> => {
  const emitted = mkdtempSync(join(tmpdir(), 'do-mcp-types-'));
  try {
    const complaints = await compile(root, emitted);
    const waiting = [door];
    const seen = new Set<string>();
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      const complaint = complaints.get(file);
      if (complaint !== undefined) {
        throw new Error(`The types of the testing door do not compile:\n${complaint}`);
      }
      const text = readFileSync(join(emitted, file), 'utf8');
      for (const [, , , name = ''] of text.matchAll(relativeImport)) {
        if (name.endsWith('.json')) declareJson(root, dist, normalize(join(dirname(file), name)));
        else waiting.push(declarationOf(file, name));
      }
      const target = join(dist, 'types', file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(
        target,
        text.replace(relativeImport, (_whole, before: string, quote: string, name: string) => {
          const declared = name.replace(/\.ts$/, '.js').replace(/\.json$/, '.json.js');
          return `${before}${quote}${declared}${quote}`;
        }),
      );
    }
    writeFileSync(join(dist, 'testing.d.ts'), "export * from './types/src/testing/index.js';\n");
  } finally {
    rmSync(emitted, { recursive: true, force: true });
  }
};
