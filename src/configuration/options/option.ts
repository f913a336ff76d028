// What an option is: its flag, its environment variable and what it means.

/** How the text of an option is read. */
export type OptionKind = 'text' | 'flag' | 'list';

/** Which part of the help an option stands in. */
export type OptionGroup =
  | 'account'
  | 'configuration'
  | 'tools'
  | 'choosing'
  | 'asking'
  | 'record'
  | 'http'
  | 'simulation'
  | 'setup'
  | 'output';

/** One option. At least one of `flag` and `variable` is there; a flag wins over its variable. */
export interface Option {
  readonly flag?: string;
  readonly variable?: string;
  readonly kind: OptionKind;
  readonly group: OptionGroup;
  /** What stands for the value in the help, for example `<file>`. */
  readonly value?: string;
  /** One sentence for the help and for .env.example. */
  readonly says: string;
}
