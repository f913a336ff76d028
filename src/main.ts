// Where the program starts: reads the command line, makes the parts, runs one command.
import { createToolBox, type ToolBox } from '../tools/tool-box.ts';
import { commands } from './commands/commands.ts';
import { findCommand, refuseStrays, takenBy } from './commands/find-command.ts';
import { type CommandLine, parseCommandLine } from './configuration/command-line.ts';
import { type Environment, refuseUnknownVariables, valuesOf } from './configuration/environment.ts';
import { findConfiguration, withPlace } from './configuration/file/find-configuration.ts';
import { nothingWritten, type Written } from './configuration/file/written.ts';
import { knownSecrets } from './configuration/known-secrets.ts';
import type { OptionName, OptionValues } from './configuration/options/options.ts';
import { readSettings, type Settings } from './configuration/settings.ts';
import { UsageError } from './configuration/usage-error.ts';
import { nameOf } from './configuration/values.ts';
import { refuseNothingToServe } from './nothing-to-serve.ts';
import { proxyDoubts } from './proxy-doubts.ts';
import { type Keyboard, processKeyboard } from './terminal/keyboard.ts';
import {
  createTerminal,
  type Dress,
  hushed,
  type Streams,
  type Terminal,
} from './terminal/terminal.ts';
import { version } from './version.ts';

/** Help or version when the line asks for one of them, as a word or as a flag. */
const answerAbout = async (
  line: CommandLine,
): Promise<{ readonly text: string; readonly dress?: Dress } | undefined> => {
  const [first, ...rest] = line.words;
  if (line.help || first === 'help') {
    const { dressHelp, helpFor, helpText } = await import('./commands/help/help.ts');
    const words = first === 'help' ? rest : line.words;
    const text = words.length === 0 ? helpText(version, commands) : helpFor(commands, words);
    return { text, dress: dressHelp };
  }
  // Also where something is wrong with the settings.
  const isAsked = first === 'version' && rest.length === 0;
  if (isAsked && Object.keys(line.given).length === 0) return { text: version };
  if (!line.version) return undefined;
  if (line.words.length > 0 || Object.keys(line.given).length > 0)
    throw new UsageError('do-mcp --version takes neither words nor options.');
  return { text: version };
};

/** The settings; a mistake in what the configuration file says is told with its place there. */
const settingsFrom = (parts: {
  readonly values: OptionValues;
  readonly environment: Environment;
  readonly box: ToolBox;
  readonly takes: readonly OptionName[];
  readonly written: Written;
}): Settings => {
  const { values, environment, box, takes, written } = parts;
  try {
    return readSettings(values, environment, box.names, takes);
  } catch (error) {
    throw withPlace(error, written, values, nameOf);
  }
};

const run = async (
  argv: readonly string[],
  environment: Environment,
  terminal: Terminal,
  keyboard: Keyboard,
): Promise<number | undefined> => {
  if (argv[0] === '__complete') {
    const { answerShell } = await import('./commands/completion/answer-shell.ts');
    const answer = await answerShell(argv.slice(1), commands, createToolBox());
    if (answer !== '') terminal.print(answer);
    return 0;
  }
  const line = parseCommandLine(argv);
  const about = await answerAbout(line);
  if (about !== undefined) {
    terminal.print(about.text, about.dress);
    return 0;
  }
  const found = findCommand(commands, line.words);
  const { entry, words } = found;
  refuseStrays(commands, found, line.given);
  const box = createToolBox();
  if ('loadEarly' in entry) {
    const command = await entry.loadEarly();
    const spoken = line.given.quiet === true ? hushed(terminal) : terminal;
    return await command({ given: line.given, environment, box, terminal: spoken, keyboard });
  }
  refuseUnknownVariables(environment);
  const written = entry.isForLater
    ? nothingWritten
    : await findConfiguration(line.given, environment);
  const told = entry.isForLater ? {} : environment;
  const values = valuesOf(line.given, told, takenBy(entry), written.values);
  const takes = entry.isForLater ? [] : entry.options;
  const settings = settingsFrom({ values, environment, box, takes, written });
  if (entry.options.includes('confirm')) refuseNothingToServe(settings.selection, box);
  const spoken = settings.quiet ? hushed(terminal) : terminal;
  const reaches = entry.options.includes('apiUrl') && !entry.isForLater;
  const doubts = reaches ? proxyDoubts(settings, environment) : [];
  for (const warning of [...written.warnings, ...settings.warnings, ...doubts])
    terminal.complain(warning);
  const command = await entry.load();
  return await command({
    settings,
    box,
    words,
    terminal: spoken,
    keyboard,
    given: line.given,
    environment,
    written,
  });
};

/**
 * Runs the program. A mistake in how it was called is told on stderr and ends with exit code 2.
 * @param argv the words after the program's name.
 * @param streams where results and sentences go, asked for when something is first written.
 * @param keyboard where a person answers what is asked.
 * @returns the exit code, or undefined while the process goes on serving.
 */
export const main = async (
  argv: readonly string[],
  environment: Environment,
  streams: Streams = { out: () => process.stdout, err: () => process.stderr },
  keyboard: Keyboard = processKeyboard,
): Promise<number | undefined> => {
  const terminal = createTerminal({ ...streams, secrets: knownSecrets(environment), environment });
  try {
    return await run(argv, environment, terminal, keyboard);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(error.message);
      return 2;
    }
    terminal.complain(`do-mcp: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
};
