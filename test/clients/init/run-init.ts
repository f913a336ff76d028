// Runs `init` on a machine of our making: a temporary home, a platform, a way of having been started.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Home, Platform } from '../../../src/clients/home.ts';
import type { Started } from '../../../src/clients/start.ts';
import { initCommand } from '../../../src/commands/init/entry.ts';
import { initOn } from '../../../src/commands/init/init.ts';
import type { Machine } from '../../../src/commands/init/machine.ts';
import { parseCommandLine } from '../../../src/configuration/command-line.ts';
import type { Environment } from '../../../src/configuration/environment.ts';
import { valuesOf } from '../../../src/configuration/environment.ts';
import { nothingWritten } from '../../../src/configuration/file/written.ts';
import { readSettings } from '../../../src/configuration/settings.ts';
import { UsageError } from '../../../src/configuration/usage-error.ts';
import type { Keyboard } from '../../../src/terminal/keyboard.ts';
import { createTerminal } from '../../../src/terminal/terminal.ts';
import { createToolBox } from '../../../tools/tool-box.ts';
import { type Ended, keepingStream } from '../../commands/run-program.ts';
import { createManualClock } from '../../manual-clock.ts';

/** The day of the tests. */
export const today = Date.parse('2026-11-25T17:00:00Z');

/** How the program was started, where nothing else is said: an installed Node.js and a clone. */
export const startedOn = (platform: Platform, environment: Environment = {}): Started => ({
  node: platform === 'windows' ? 'C:\\Program Files\\nodejs\\node.exe' : '/usr/local/bin/node',
  script:
    platform === 'windows'
      ? 'C:\\Users\\sam\\do-mcp\\dist\\do-mcp.cjs'
      : '/home/sam/do-mcp/dist/do-mcp.cjs',
  version: '0.1.0',
  platform,
  environment,
});

/** Nobody sits there. */
const nobody: Keyboard = {
  isThere: false,
  ask: async () => undefined,
  askHidden: async () => undefined,
};

/** A person who types these answers, one after the other; what was asked is kept, and whether the answer was shown. */
export const typing = (...answers: readonly (string | undefined)[]) => {
  const asked: string[] = [];
  const left = [...answers];
  const keyboard: Keyboard = {
    isThere: true,
    ask: async (prompt) => {
      asked.push(prompt);
      return left.shift();
    },
    askHidden: async (prompt) => {
      asked.push(`(hidden) ${prompt}`);
      return left.shift();
    },
  };
  return { keyboard, asked };
};

/** What of a run may be chosen. */
export interface InitOptions {
  readonly keyboard?: Keyboard;
  readonly environment?: Environment;
  readonly started?: Started;
  readonly browsed?: string[];
}

/** Runs `do-mcp init` with these words on a home. */
export const runInit = async (
  home: Home,
  words: readonly string[],
  { keyboard = nobody, environment = {}, started, browsed = [] }: InitOptions = {},
): Promise<Ended> => {
  const out = keepingStream();
  const err = keepingStream();
  const terminal = createTerminal({ out: () => out.stream, err: () => err.stream, secrets: [] });
  const line = parseCommandLine(['init', ...words]);
  const box = createToolBox();
  const machine: Machine = {
    home,
    started: started ?? startedOn(home.platform, environment),
    clock: createManualClock(today),
    browse: async (url) => {
      browsed.push(url);
      return true;
    },
  };
  const settings = readSettings(
    valuesOf(line.given, {}, initCommand.options),
    environment,
    box.names,
    [],
  );
  let code: number | undefined;
  try {
    code = await initOn(() => machine)({
      settings,
      box,
      words: line.words.slice(1),
      terminal,
      keyboard,
      given: line.given,
      environment,
      written: nothingWritten,
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(error.message);
    code = 2;
  }
  return { code, printed: out.text(), said: err.text() };
};

/** Every file below a folder, with its bytes and rights. */
export const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
      .toSorted()
      .map((path) => [
        path.slice(folder.length + 1),
        `${(statSync(path).mode & 0o777).toString(8)} ${readFileSync(path).toString('base64')}`,
      ]),
  );
