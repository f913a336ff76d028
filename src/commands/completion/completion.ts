// `do-mcp completion <shell>`: what a shell reads to complete our commands, options and values.
import { nearest } from '../../../tools/nearest.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { shown } from '../../terminal/veil.ts';
import type { Command } from '../command.ts';
import { shells } from './shells.ts';

/** Prints the script of a shell. */
export const runCompletion: Command = async ({ words: [shell = ''], terminal }) => {
  if (Object.hasOwn(shells, shell)) {
    terminal.print((shells[shell] ?? '').trimEnd());
    return 0;
  }
  const names = Object.keys(shells);
  const meant = nearest(shell, names);
  throw new UsageError(
    `There are completions for ${names.join(', ')}, not for "${shown(shell)}".${meant ? ` Did you mean ${meant}?` : ''}`,
  );
};
