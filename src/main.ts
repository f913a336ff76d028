// Where the program starts: reads the command line, makes the parts, runs one command.
import { catalogue } from '../scope-map/catalogue.ts';
import { buildTools } from '../tools/tool/build-tools.ts';
import { createToolBox } from '../tools/tool/tool-box.ts';
import type { Command } from './commands/command.ts';
import { type Environment, parseCommandLine } from './configuration/command-line.ts';
import { readSettings } from './configuration/settings.ts';
import { UsageError } from './configuration/usage-error.ts';
import { version } from './version.ts';

// Each command is loaded only when it is called: stdio must not wait for what HTTP needs.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  stdio: async () => (await import('./commands/stdio.ts')).runStdio,
  http: async () => (await import('./commands/http.ts')).runHttp,
  tools: async () => (await import('./commands/tools.ts')).runTools,
  scopes: async () => (await import('./commands/scopes.ts')).runScopes,
  simulate: async () => (await import('./commands/simulate.ts')).runSimulate,
  agent: async () => (await import('./commands/agent.ts')).runAgent,
};

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const run = async (
  argv: readonly string[],
  environment: Environment,
): Promise<number | undefined> => {
  const line = parseCommandLine(argv, environment);
  if (line.version) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (line.help) {
    const { helpText } = await import('./commands/help.ts');
    process.stdout.write(`${helpText(version)}\n`);
    return 0;
  }
  const [name = 'stdio', ...words] = line.words;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(await unknownCommand(name));
  const box = createToolBox(buildTools(catalogue));
  const settings = readSettings(line.values, environment, box.names);
  for (const warning of settings.warnings) say(warning);
  const command = await load();
  return await command({ settings, box, words });
};

const unknownCommand = async (name: string): Promise<string> => {
  const { nearest } = await import('../tools/nearest.ts');
  const meant = nearest(name, Object.keys(commands));
  return `There is no command "${name}".${meant ? ` Did you mean do-mcp ${meant}?` : ''} Commands: ${Object.keys(commands).join(', ')}. See do-mcp --help.`;
};

/**
 * Runs the program. A mistake in how it was called is told on stderr and ends with exit code 2.
 * @param argv the words after the program's name.
 * @returns the exit code, or undefined while the process goes on serving.
 */
export const main = async (
  argv: readonly string[],
  environment: Environment,
): Promise<number | undefined> => {
  try {
    return await run(argv, environment);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(error.message);
    return 2;
  }
};
