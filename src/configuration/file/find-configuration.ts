// Finds the configuration file and reads it; nothing of the reader is loaded where there is none.
import { shown } from '../../terminal/veil.ts';
import type { Environment } from '../environment.ts';
import type { OptionValues } from '../options/options.ts';
import { UsageError } from '../usage-error.ts';
import { configurationPlace } from './place.ts';
import { nothingWritten, type Written } from './written.ts';

const profileOf = (given: OptionValues, environment: Environment): string | null => {
  const { profile } = given;
  return (typeof profile === 'string' ? profile : environment['DO_MCP_PROFILE'])?.trim() || null;
};

/**
 * What the configuration file says.
 * @throws {UsageError} for whatever is wrong with it, or a profile without a file.
 */
export const findConfiguration = async (
  given: OptionValues,
  environment: Environment,
): Promise<Written> => {
  const path = configurationPlace(given, environment);
  const profile = profileOf(given, environment);
  if (path === undefined) {
    if (profile === null) return nothingWritten;
    throw new UsageError(
      `There is no configuration file, so there is no profile "${shown(profile)}". --config names one.`,
    );
  }
  const { readConfiguration } = await import('./read-configuration.ts');
  return readConfiguration(path, profile, environment);
};

/** What a file says, for whoever goes on where that would stop. */
export interface FoundConfiguration {
  readonly written: Written;
  /** What is wrong with the file, in a sentence; null when nothing is. */
  readonly trouble: string | null;
}

/** What the configuration file says, or what is wrong with it. */
export const lookForConfiguration = async (
  given: OptionValues,
  environment: Environment,
): Promise<FoundConfiguration> => {
  try {
    return { written: await findConfiguration(given, environment), trouble: null };
  } catch (error) {
    if (error instanceof UsageError) return { written: nothingWritten, trouble: error.message };
    throw error;
  }
};

/** A mistake in a value, with the place in the file where it has its value from there. */
export const withPlace = (
  error: unknown,
  { path, values, places }: Written,
  over: OptionValues,
  called: (name: keyof OptionValues) => string,
): unknown => {
  if (!(error instanceof UsageError) || path === null) return error;
  const names = Object.keys(values) as (keyof OptionValues)[];
  const name = names.find(
    (one) => over[one] === values[one] && error.message.split(/[\s:.,]/).includes(called(one)),
  );
  return name === undefined
    ? error
    : new UsageError(`${error.message} It is set in ${shown(path)} (${places[name]}).`);
};
