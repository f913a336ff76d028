// What a configuration file says: values of options as if they were flags, and where each stands.
import type { OptionName, OptionValues } from '../options/options.ts';

/** What a file says. */
export interface Written {
  /** Null where no file is read. */
  readonly path: string | null;
  readonly profile: string | null;
  readonly values: OptionValues;
  /** Where each value stands, in words such as "line 3, profile work". */
  readonly places: { readonly [Name in OptionName]?: string };
  /** What the owner should know about the file, in sentences. */
  readonly warnings: readonly string[];
}

/** Where there is no file. */
export const nothingWritten: Written = {
  path: null,
  profile: null,
  values: {},
  places: {},
  warnings: [],
};
