// What npm test does: sets up what is missing, then runs the tests in a program of their own.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.mjs';
import { endWithParent } from './parent.mjs';
import { setUp } from './set-up.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {readonly string[]} typed What was typed after `npm test --`; `--long` runs the long tests instead. */
export const test = async (typed) => {
  const args = typed.filter((word) => word !== '--long');
  const which = args.length < typed.length ? { TESTS: 'long' } : {};
  endWithParent(process.env);
  const code = await setUp(root);
  process.exitCode =
    code === 0
      ? await runChild(
          process.execPath,
          [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...args],
          // A machine set to production would otherwise lend that setting to the code under test.
          { cwd: root, env: { ...process.env, ...which, NODE_ENV: 'test' } },
        )
      : code;
};
