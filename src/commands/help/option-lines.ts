// Options as the help tells them: by groups, each with its flag or its variable.
import type { Option, OptionGroup } from '../../configuration/options/option.ts';
import { tokenVariables } from '../../configuration/options/options.ts';
import { labelled, linesOf, pageWidth } from '../paragraph.ts';

const groups: readonly (readonly [OptionGroup, string])[] = [
  ['setup', 'Setting up a client'],
  ['account', 'The account'],
  ['tools', 'What is served'],
  ['choosing', 'Which tools are shown'],
  ['asking', 'Asking a person'],
  ['record', 'The record'],
  ['http', 'The HTTP server'],
  ['simulation', 'The simulation'],
  ['configuration', 'The configuration file'],
  ['output', 'Output'],
];

/** As wide as the labels of options and commands. */
export const margin = 26;

/** How options are called in a list of them. */
export type Called = (option: Option) => string | undefined;

/** By flag, or by variable where there is no flag. */
export const byFlag: Called = ({ flag, value, variable }) =>
  flag === undefined ? variable : `--${flag}${value ? ` ${value}` : ''}`;

/** By variable; those that have none are not in the list. */
export const byVariable: Called = ({ variable }) => variable;

/**
 * Options by their groups.
 * @param besides what is told in brackets behind the sentence of an option.
 */
export const optionLines = (
  wanted: readonly Option[],
  called: Called,
  besides: Called = () => undefined,
): readonly string[] =>
  groups.flatMap(([group, title]) => {
    const lines = wanted.flatMap((option) => {
      const label = called(option);
      if (option.group !== group || label === undefined) return [];
      const more = besides(option);
      const says = more === undefined || more === label ? option.says : `${option.says} (${more})`;
      return [labelled(`  ${label}`, says, margin)];
    });
    return lines.length === 0 ? [] : ['', title, ...lines];
  });

/** Where the token comes from: the one setting that is never a flag. */
export const tokenNote = (): readonly string[] => [
  '',
  ...linesOf(
    `The token is read from ${tokenVariables.join(', ')}, or --token-file; it is never a flag.`,
    pageWidth,
  ),
];
