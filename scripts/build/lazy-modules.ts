// Loads some of Node's own modules on first use: the bundle asks for them at its top, most runs need them late or never.
import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';

const require = createRequire(import.meta.url);

/** Modules that take Node.js milliseconds to load and that no start needs. */
const slow = ['node:crypto'];

const lazily = (name: string): string => {
  const getters = Object.keys(require(name)).map(
    (key) => `get ${key}() { return load().${key}; },`,
  );
  return `const load = () => require('${name}');\nmodule.exports = {\n${getters.join('\n')}\n};\n`;
};

/** Replaces each of these modules by one of the same names that loads it when a name is first read. */
export const lazyModules: Plugin = {
  name: 'lazy-modules',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path, kind, namespace }) =>
      slow.includes(path) && kind === 'import-statement' && namespace !== 'lazy'
        ? { path, namespace: 'lazy' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: lazily(path),
      loader: 'js',
    }));
  },
};
