// Where the value of each setting comes from: a flag, a variable, the configuration file, or nobody has set it.

import type { Environment } from './environment.ts';
import type { Written } from './file/written.ts';
import type { Option } from './options/option.ts';
import { type OptionName, type OptionValues, options } from './options/options.ts';
import { switchOf } from './switch.ts';

/** A setting that somebody has set. */
export interface Origin {
  readonly name: OptionName;
  readonly value: string | boolean;
  readonly source: 'flag' | 'variable' | 'file';
  /** The flag, the variable, or the file with the line. */
  readonly from: string;
}

/** Where a setting has its value from; undefined when nobody has set it. */
export const originOf = (
  name: OptionName,
  given: OptionValues,
  environment: Environment,
  written: Written,
): Origin | undefined => {
  const { flag, variable, kind }: Option = options[name];
  const value = given[name];
  if (value !== undefined) return { name, value, source: 'flag', from: `--${flag}` };
  const text = variable === undefined ? '' : (environment[variable]?.trim() ?? '');
  if (variable !== undefined && text !== '')
    return {
      name,
      value: kind === 'flag' ? switchOf(text) === true : text,
      source: 'variable',
      from: variable,
    };
  const inFile = written.values[name];
  if (inFile === undefined) return undefined;
  return { name, value: inFile, source: 'file', from: `${written.path} (${written.places[name]})` };
};
