// Divides the program into files: what a start over stdio runs, what is apart from it, and the rest; read when needed.
import { type BuildOptions, build as esbuild, type Metafile, transform } from 'esbuild';
import { inAscii } from './ascii.ts';

/** A file of chunks: an expression whose value maps each chunk's name to the function that runs it. */
export interface Pack {
  readonly file: string;
  readonly text: string;
}

/** The packs of a program. */
export interface Packs {
  readonly packs: readonly Pack[];
  /** Name of the chunk that exports what the entry exports. */
  readonly entry: string;
  /** Paths of the sources inside. */
  readonly inputs: readonly string[];
}

type Outputs = Metafile['outputs'];

const outputOf = (outputs: Outputs, entry: string): string | undefined =>
  Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);

/** The chunks that run before a given chunk can, itself included. */
const closure = (outputs: Outputs, path: string): string[] => {
  const seen = new Set<string>();
  const visit = (one: string): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const { path: next, kind, external } of outputs[one]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) visit(next);
  };
  visit(path);
  return [...seen];
};

const nameOf = (path: string): string => `./${path.split('/').at(-1)}`;

type Chunk = readonly [path: string, code: string];

/** The key under which the first pack tells which chunk opens which other file. */
const openings = 'packs';

const pack = async (
  chunks: readonly Chunk[],
  opens: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const bodies = await Promise.all(
    chunks.map(async ([path, code]) => {
      // Scripts loaded through node:vm cannot import(); require does the same for what stays outside.
      const { code: body } = await transform(code, {
        format: 'cjs',
        minify: true,
        target: 'node20.19',
        platform: 'node',
        supported: { 'dynamic-import': false },
      });
      return `${JSON.stringify(nameOf(path))}:function(require,module,exports){${inAscii(body)}}`;
    }),
  );
  return `({${[`${openings}:${JSON.stringify(opens)}`, ...bodies].join(',\n')}})`;
};

/**
 * Bundles a program with the bundler's own splitting, so that no module is there twice, and packs the chunks.
 *
 * @param options How to bundle; `entryPoints` holds the one entry.
 * @param started Modules that run at every start over stdio, imported dynamically, as paths from the working folder.
 * @param apart Modules that are imported dynamically and few runs need, each by the name of the file that it gets.
 * @throws Error when our own code makes the bundler warn.
 */
export const packProgram = async (
  options: BuildOptions & { readonly entryPoints: string[] },
  started: readonly string[],
  apart: ReadonlyMap<string, string> = new Map(),
): Promise<Packs> => {
  const { outputFiles, metafile, warnings } = await esbuild({
    ...options,
    format: 'esm',
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: '.',
  });
  // A warning about our code (an empty import.meta, a file read by a computed name) is a program that breaks later.
  const ours = warnings.filter(({ location }) => !location?.file.includes('node_modules/'));
  if (ours.length > 0) {
    const told = ours.map(({ text, location }) => `${location?.file}:${location?.line}: ${text}`);
    throw new Error(`The bundler warns:\n${told.join('\n')}`);
  }
  const { outputs } = metafile;
  const texts = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]));
  const paths = Object.keys(outputs);
  const [program = ''] = options.entryPoints;
  const entry = outputOf(outputs, program) ?? '';
  const first = [entry, ...started.flatMap((module) => outputOf(outputs, module) ?? [])];
  const early = new Set(first.flatMap((path) => closure(outputs, path)));
  const alone = new Map(
    [...apart].flatMap(([file, module]) => {
      const path = outputOf(outputs, module);
      return path === undefined || early.has(path) ? [] : [[path, file] as const];
    }),
  );
  const chunksOf = (isHere: (path: string) => boolean): readonly Chunk[] =>
    paths.filter(isHere).map((path) => [path, texts.get(nameOf(path)) ?? ''] as const);
  const opens = Object.fromEntries([...alone].map(([path, file]) => [nameOf(path), file]));
  return {
    packs: [
      {
        file: 'main.cjs',
        text: await pack(
          chunksOf((path) => early.has(path)),
          opens,
        ),
      },
      {
        file: 'later.cjs',
        text: await pack(chunksOf((path) => !early.has(path) && !alone.has(path))),
      },
      ...(await Promise.all(
        [...alone].map(async ([here, file]) => ({
          file,
          text: await pack(chunksOf((path) => path === here)),
        })),
      )),
    ],
    entry: nameOf(entry),
    inputs: paths.flatMap((path) => Object.keys(outputs[path]?.inputs ?? {})),
  };
};
