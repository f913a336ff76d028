// Keeps large libraries that no start needs in files of their own, read when they are first imported.
import type { Plugin } from 'esbuild';

/**
 * CommonJS packages that share no module with the rest. What shares modules (our own rooms, the SDK) must stay
 * in one file: two copies of a class would not recognise each other's instances.
 */
const libraries = ['@redis/client', 'pino', 'prom-client', 'rate-limiter-flexible', 'undici'];

/**
 * @param library Name of a package.
 * @returns The name of its file, beside the bundle.
 */
export const chunkName = (library: string): string =>
  `library-${library.replace('@', '').replace('/', '-')}.cjs`;

/**
 * Redirects `import('library')` to the library's own file.
 *
 * @param found Receives each library that was met.
 */
export const libraryChunks = (found: Set<string>): Plugin => ({
  name: 'library-chunks',
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import' || !libraries.includes(path)) return undefined;
      found.add(path);
      return { path: `./${chunkName(path)}`, external: true };
    });
  },
});
