// Tells the bundler that making a schema of the SDK does nothing else, so that those nobody uses are left out.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** A schema at the top of a module: on one line, or up to the closing bracket at the start of a line. */
const schema = /^const (\w+Schema) = ((?:.*|.*\n[\s\S]*?\n[\])}].*));$/gm;

/** The SDK's list of all schemas by name, which it fills in a loop: that alone would keep every schema. */
const listed =
  /^const _specTypeSchemas = \{\};$[\s\S]*?^for \(const \[key, schema\] of Object\.entries\(authSchemas\)\) register\(key, schema\);$/m;

const pure = (expression: string): string => `/* @__PURE__ */ (() => ${expression})()`;

/** The same module; every schema, and the list of all, is made by a call without effect besides. */
export const withPureSchemas = (source: string): string =>
  source
    .replace(schema, (_whole, name: string, made: string) => `const ${name} = ${pure(made)};`)
    .replace(
      listed,
      (filling) =>
        `const listed = ${pure(`{\n${filling}\nreturn { _specTypeSchemas, _isSpecType };\n}`)};`,
    )
    .replace(/Object\.freeze\((_specTypeSchemas|_isSpecType)\)/g, (_whole, name: string) =>
      pure(`Object.freeze(listed.${name})`),
    );

/** Most of a start was making schemas of tasks, prompts and OAuth that no tool of ours has to do with. */
export const sdkSchemas: Plugin = {
  name: 'sdk-schemas',
  setup(build) {
    build.onLoad(
      {
        filter:
          /@modelcontextprotocol[\\/](core|server)[\\/]dist[\\/](schemas|auth|src)-[\w-]+\.mjs$/,
      },
      async ({ path }) => ({
        contents: withPureSchemas(await readFile(path, 'utf8')),
        loader: 'js',
        resolveDir: dirname(path),
      }),
    );
  },
};
