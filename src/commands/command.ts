// What a command is: it gets what the program was told, does its work, and says how it ended.
import type { ToolBox } from '../../tools/tool/tool-box.ts';
import type { Settings } from '../configuration/settings.ts';

/** What a command gets. */
export interface CommandInput {
  readonly settings: Settings;
  /** All tools of the catalogue. */
  readonly box: ToolBox;
  /** Words after the command's own name. */
  readonly words: readonly string[];
}

/** Runs until its work is done; resolves with the exit code, or undefined while the process goes on serving. */
export type Command = (input: CommandInput) => Promise<number | undefined>;
