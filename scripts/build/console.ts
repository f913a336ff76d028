// Bundles the console's page: every file under a name that holds its hash, and the document that names them.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build as esbuild, type Metafile } from 'esbuild';
import type { BuiltPage, PageFile } from '../../src/http/console/built-page.ts';
import { consoleDocument, type NamedFile } from './console-document.ts';
import { packagesOf } from './licences.ts';

/** What the bundler made. */
export interface ConsoleBundle {
  readonly page: BuiltPage;
  /** Packages whose code is inside. */
  readonly packages: readonly string[];
}

type Outputs = Metafile['outputs'];

interface Made {
  readonly outputs: Outputs;
  readonly files: Readonly<Record<string, PageFile>>;
}

/** Where the files are served. */
const base = '/console/files/';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

const make = async (root: string, options: BuildOptions): Promise<Made> => {
  const { outputFiles, metafile, warnings } = await esbuild({
    absWorkingDir: root,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    outdir: 'out',
    bundle: true,
    minify: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'copy' },
    legalComments: 'none',
    logLevel: 'silent',
    ...options,
    write: false,
    metafile: true,
  });
  if (warnings.length > 0)
    throw new Error(`The bundler warns: ${warnings.map(({ text }) => text).join('; ')}`);
  const files = outputFiles.map(({ path, text }): readonly [string, PageFile] => [
    nameOf(path),
    { type: types[path.split('.').at(-1) ?? ''] ?? 'text/plain', text },
  ]);
  return { outputs: metafile.outputs, files: Object.fromEntries(files) };
};

/** What a file imports before it runs, itself left out. */
const partsOf = (outputs: Outputs, name: string): readonly string[] => {
  const imports = new Map(
    Object.entries(outputs).map(([path, output]) => [
      nameOf(path),
      output.imports.filter(({ kind }) => kind === 'import-statement'),
    ]),
  );
  const seen = new Set<string>();
  const visit = (one: string): void => {
    for (const { path } of imports.get(one) ?? []) {
      if (seen.has(nameOf(path))) continue;
      seen.add(nameOf(path));
      visit(nameOf(path));
    }
  };
  visit(name);
  return [...seen];
};

/**
 * Bundles the page.
 * @param root the project's folder.
 * @throws Error when the bundler warns.
 */
export const bundleConsole = async (root: string): Promise<ConsoleBundle> => {
  const list = await readFile(join(root, 'console', 'pages.json'), 'utf8');
  const pages: readonly string[] = JSON.parse(list);
  const sourceOf = (page: string): string => `console/pages/${page}/page.tsx`;
  const [app, first] = await Promise.all([
    make(root, {
      entryPoints: [
        'console/main.tsx',
        'console/style.css',
        'console/icon.svg',
        ...pages.map(sourceOf),
      ],
      splitting: true,
      format: 'esm',
    }),
    // No module: it has to run before the first thing is drawn.
    make(root, { entryPoints: ['console/first.ts'], format: 'iife' }),
  ]);
  const outputs = { ...app.outputs, ...first.outputs };
  const files = { ...app.files, ...first.files };

  const named = (name: string): NamedFile => ({
    href: `${base}${name}`,
    integrity: `sha384-${createHash('sha384')
      .update(files[name]?.text ?? '')
      .digest('base64')}`,
  });
  const madeFrom = (source: string): string => {
    const path = Object.keys(outputs).find((one) => outputs[one]?.entryPoint === source);
    const name = path ?? Object.keys(outputs).find((one) => source in (outputs[one]?.inputs ?? {}));
    if (name === undefined) throw new Error(`The console's bundle has nothing of ${source}.`);
    return nameOf(name);
  };

  const main = madeFrom('console/main.tsx');
  const early = partsOf(outputs, main);
  const chunks = pages.map((page) => {
    const own = madeFrom(sourceOf(page));
    const parts = partsOf(outputs, own).filter((name) => !early.includes(name));
    return [page, { ...named(own), parts: parts.map(named) }] as const;
  });
  const html = consoleDocument({
    icon: named(madeFrom('console/icon.svg')),
    style: named(madeFrom('console/style.css')),
    first: named(madeFrom('console/first.ts')),
    main: named(main),
    early: early.map(named),
    chunks: Object.fromEntries(chunks),
  });
  return {
    page: { html, files, pages },
    packages: packagesOf(Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs))),
  };
};
