// What npm start does: reads .env, sets up what is missing, starts the built program.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvFileError, loadEnvFile } from './env-file.mjs';
import { endWithParent } from './parent.mjs';
import { setUp } from './set-up.mjs';
import { startArguments } from './start-arguments.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads the settings into the environment; a broken line stops the start before a minute of installing.
 *
 * @returns {boolean} Whether they could be read.
 */
const readSettings = () => {
  try {
    loadEnvFile(join(root, '.env'), process.env);
    return true;
  } catch (error) {
    if (!(error instanceof EnvFileError)) throw error;
    console.error(error.message);
    return false;
  }
};

/** @param {readonly string[]} args What was typed after `npm start --`. */
export const start = async (args) => {
  endWithParent(process.env);
  if (!readSettings()) {
    process.exitCode = 2;
    return;
  }
  process.exitCode = await setUp(root);
  if (process.exitCode !== 0) return;
  const program = createRequire(import.meta.url)('../../dist/do-mcp.cjs');
  await program.start(startArguments(args, process.env), process.env);
};
