// npm start: sets up what is missing, then serves Streamable HTTP, on the simulation when there is no token.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithParent } from './set-up/parent.mjs';
import { setUp } from './set-up/set-up.mjs';
import { startArguments } from './set-up/start-arguments.mjs';

endWithParent(process.env);
const root = fileURLToPath(new URL('..', import.meta.url));
const code = await setUp(root);
if (code === 0) {
  const settings = join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  const { start } = createRequire(import.meta.url)('../dist/do-mcp.cjs');
  await start(startArguments(process.argv.slice(2), process.env), process.env);
} else process.exitCode = code;
