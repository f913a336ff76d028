// The bundles: the command in packs of CommonJS with its libraries beside them, the testing door as one ES module.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build as esbuild } from 'esbuild';
import { consoleApart } from './console-apart.ts';
import { jsonAsText } from './json-as-text.ts';
import { chunkName, chunkSource, libraryChunks } from './library-chunks.ts';
import { packagesOf } from './licences.ts';
import { packProgram } from './packs.ts';
import { sdkSchemas } from './sdk-schemas.ts';

/** What travels in a bundle. */
interface Bundle {
  /** Size in bytes, all files together. */
  readonly bytes: number;
  /** Packages whose code is inside. */
  readonly packages: readonly string[];
}

/** The command's bundle. */
interface CommandBundle extends Bundle {
  /** Name of the chunk that exports `main`, for the launcher. */
  readonly entry: string;
}

// Its other build asks for its own files by names that no bundler can follow.
const followable = { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' };

const shared = {
  alias: followable,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** What the SDK asks of its surroundings, answered by us. */
const shims = (root: string): Record<string, string> =>
  Object.fromEntries(
    ['client', 'server'].map((half) => [
      `@modelcontextprotocol/${half}/_shims`,
      join(root, 'scripts', 'build', 'sdk-shims.ts'),
    ]),
  );

const bundleFile = async (root: string, options: BuildOptions): Promise<Bundle> => {
  const { metafile } = await esbuild({
    ...shared,
    absWorkingDir: root,
    ...options,
    metafile: true,
  });
  const outputs = Object.values(metafile.outputs);
  return {
    bytes: outputs.reduce((sum, { bytes }) => sum + bytes, 0),
    packages: packagesOf(outputs.flatMap(({ inputs }) => Object.keys(inputs))),
  };
};

/**
 * Bundles the command: what a start runs in one file, the rest of our code in another, each large library in its
 * own. V8 reads in a cached script what no run uses, too, so the first file holds as little as possible.
 *
 * @param root The project's folder.
 * @param entry The module that exports `main`, as a path from `root`.
 * @param folder Where the files go.
 * @param started Modules that every start over stdio imports dynamically, as paths from `root`.
 * @param apart Modules that get a file of their own, by its name.
 */
export const bundleCommand = async (
  root: string,
  entry: string,
  folder: string,
  started: readonly string[] = [],
  apart: ReadonlyMap<string, string> = new Map(),
): Promise<CommandBundle> => {
  const libraries = new Set<string>();
  const program = await packProgram(
    {
      ...shared,
      absWorkingDir: root,
      entryPoints: [entry],
      plugins: [jsonAsText, sdkSchemas, consoleApart, libraryChunks(libraries)],
      alias: { ...followable, ...shims(root) },
    },
    started,
    apart,
  );
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of program.packs) writeFileSync(join(folder, file), text);
  const beside = await Promise.all(
    [...libraries].map((library) =>
      bundleFile(root, {
        format: 'cjs',
        minify: true,
        stdin: { contents: chunkSource(library), resolveDir: root },
        alias: { ...followable, ...shims(root) },
        outfile: join(folder, chunkName(library)),
      }),
    ),
  );
  const sizes = [
    ...program.packs.map(({ text }) => text.length),
    ...beside.map(({ bytes }) => bytes),
  ];
  return {
    entry: program.entry,
    bytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    packages: [...packagesOf(program.inputs), ...beside.flatMap(({ packages }) => packages)],
  };
};

/**
 * Bundles what tests of other projects import; msw stays outside, so that there is one copy of it.
 *
 * @param root The project's folder.
 * @param entry The module that exports the testing door, as a path from `root`.
 * @param outfile Where the bundle goes.
 */
export const bundleTesting = (root: string, entry: string, outfile: string): Promise<Bundle> =>
  bundleFile(root, {
    entryPoints: [entry],
    outfile,
    format: 'esm',
    external: ['msw', 'msw/*'],
    plugins: [jsonAsText],
  });
