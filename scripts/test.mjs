// npm test: sets up what is missing, then runs every test, or those named after `npm test --`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './set-up/child.mjs';
import { endWithParent } from './set-up/parent.mjs';
import { setUp } from './set-up/set-up.mjs';

endWithParent(process.env);
const root = fileURLToPath(new URL('..', import.meta.url));
const code = await setUp(root);
process.exitCode =
  code === 0
    ? await runChild(
        process.execPath,
        [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)],
        // A machine set to production would otherwise lend that setting to the code under test.
        { cwd: root, env: { ...process.env, NODE_ENV: 'test' } },
      )
    : code;
