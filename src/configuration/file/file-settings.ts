// Which options may stand in a configuration file, and what they are called there: as their flags are.
import type { Option } from '../options/option.ts';
import { namedOptions, type OptionName } from '../options/options.ts';

/** An option that may stand in a file. */
export interface FileSetting {
  /** Its key in the file. */
  readonly key: string;
  readonly name: OptionName;
  readonly option: Option;
}

/** Secrets, which have variables of their own, and what says which file it is. */
const neverInFile: ReadonlySet<OptionName> = new Set<OptionName>([
  'stateKey',
  'operatorKey',
  'config',
  'profile',
]);

const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Every option that lasts: what has no variable is said anew with every call. */
export const fileSettings: readonly FileSetting[] = namedOptions.flatMap(([name, option]) =>
  option.variable === undefined || neverInFile.has(name)
    ? []
    : [{ key: option.flag ?? kebab(name), name, option }],
);

/** Whether the value of an option is a path. */
export const isPath = ({ value = '' }: Option): boolean => /^<(?:file|folder)>/.test(value);

/** The words that the value of an option may be, where there are only a few. */
export const choicesOf = ({ value = '' }: Option): readonly string[] =>
  value.includes('<') || !/[|,]/.test(value) ? [] : value.split(/[|,]/);
