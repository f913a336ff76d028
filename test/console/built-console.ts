// The console's page as the build makes it, made once for all tests of a process.
import { fileURLToPath } from 'node:url';
import { bundleConsole, type ConsoleBundle } from '../../scripts/build/console.ts';
import type { LoadPage } from '../../src/http/console/built-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let made: Promise<ConsoleBundle> | undefined;

/** The bundle with what is known of it. */
export const consoleBundle = (): Promise<ConsoleBundle> => {
  made ??= bundleConsole(root);
  return made;
};

/** The page, for a server. */
export const builtConsole: LoadPage = async () => (await consoleBundle()).page;
