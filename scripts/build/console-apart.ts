// Keeps the console's page in a file of its own beside the program, read when somebody looks at the console.
import type { Plugin } from 'esbuild';

/** The file's name in the folder of the program. */
export const consoleFile = 'console.json';

/** Redirects `import('do-mcp-console')` to that file. */
export const consoleApart: Plugin = {
  name: 'console-apart',
  setup(build) {
    build.onResolve({ filter: /^do-mcp-console$/ }, () => ({
      path: `./${consoleFile}`,
      external: true,
    }));
  },
};
