// What a command is: how it is called and spoken of, and the work it does with what the program was told.
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Environment } from '../configuration/environment.ts';
import type { Written } from '../configuration/file/written.ts';
import type { OptionName, OptionValues } from '../configuration/options/options.ts';
import type { Settings } from '../configuration/settings.ts';
import type { Keyboard } from '../terminal/keyboard.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What a command gets. */
export interface CommandInput {
  readonly settings: Settings;
  /** All tools of the catalogue. */
  readonly box: ToolBox;
  /** Words after the command's own name, as many as it takes. */
  readonly words: readonly string[];
  readonly terminal: Terminal;
  readonly keyboard: Keyboard;
  /** What was given as flags, for whoever writes flags down instead of obeying them. */
  readonly given: OptionValues;
  readonly environment: Environment;
  /** What the configuration file says. */
  readonly written: Written;
}

/** Runs until its work is done; resolves with the exit code, or undefined while the process goes on serving. */
export type Command = (input: CommandInput) => Promise<number | undefined>;

/** What a command gets that looks at what was told itself, so that it runs whatever is wrong with it. */
export interface UnreadInput extends Pick<CommandInput, 'box' | 'terminal' | 'keyboard'> {
  /** What was given as flags. */
  readonly given: OptionValues;
  readonly environment: Environment;
}

/** Runs before anything that was told is read; resolves with the exit code. */
export type EarlyCommand = (input: UnreadInput) => Promise<number>;

/** Which part of the help a command stands in. */
export type CommandGroup = 'serve' | 'try' | 'people' | 'record' | 'agents' | 'setup';

/** What the table says of a command. */
export interface CommandAbout {
  /** One word or two, for example `agent add`. */
  readonly name: string;
  readonly group: CommandGroup;
  /** What it does, in half a sentence. */
  readonly says: string;
  /** What stands behind the name in its usage, for example `<name> --policy <file>`; empty when nothing must. */
  readonly usage: string;
  /** Words that it takes behind its name; each has to be there, but for one in brackets; `<id>…` is one or more. */
  readonly words: readonly string[];
  /** Whether it is meant by the first word of its name alone. */
  readonly isMeantAlone?: boolean;
  /** Options that it takes; any other is refused. */
  readonly options: readonly OptionName[];
  /** Whether its options are written down for a later start: they are checked, and no token is looked at. */
  readonly isForLater?: boolean;
  /** What its exit codes mean where that differs from what they mean for all commands. */
  readonly exits?: readonly (readonly [code: number, meaning: string])[];
  /** Whole command lines, each with what it is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[];
}

/** A line of the table of commands: what is said of one, and how its own file is read, which is when it is called. */
export type CommandEntry = CommandAbout &
  (
    | { readonly load: () => Promise<Command> }
    /** Runs whatever is wrong with what was told. */
    | { readonly loadEarly: () => Promise<EarlyCommand> }
  );
