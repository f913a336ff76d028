// Keeps large libraries that no start needs in files of their own, read when they are first imported.
import type { Plugin } from 'esbuild';

/**
 * Packages that share no module with the rest, with what is used of each where it can be taken apart. What shares
 * modules (our own rooms, the SDK's server) must stay in one file: two copies of a class would not recognise each
 * other's instances. The SDK's client meets the server over messages alone; together they would make every start read
 * schemas that only the client needs.
 */
const libraries = new Map<string, readonly string[] | null>([
  ['@modelcontextprotocol/client', ['Client']],
  ['@redis/client', null],
  ['pino', null],
  ['prom-client', null],
  ['rate-limiter-flexible', null],
  ['undici', null],
]);

/**
 * @param library Name of a package.
 * @returns The name of its file, beside the bundle.
 */
export const chunkName = (library: string): string =>
  `library-${library.replace('@', '').replace('/', '-')}.cjs`;

/** The module whose bundle is a library's file. */
export const chunkSource = (library: string): string => {
  const used = libraries.get(library);
  return used
    ? `export { ${used.join(', ')} } from '${library}';`
    : `module.exports = require('${library}');`;
};

/**
 * Redirects `import('library')` to the library's own file.
 *
 * @param found Receives each library that was met.
 */
export const libraryChunks = (found: Set<string>): Plugin => ({
  name: 'library-chunks',
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import' || !libraries.has(path)) return undefined;
      found.add(path);
      return { path: `./${chunkName(path)}`, external: true };
    });
  },
});
