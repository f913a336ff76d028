// Reads what was told as a server would, and goes on where that would stop: everything that is wrong is found at once.
import type { ToolBox } from '../../tools/tool-box.ts';
import {
  type Environment,
  refuseUnknownVariables,
  valuesOf,
} from '../configuration/environment.ts';
import type { FoundConfiguration } from '../configuration/file/find-configuration.ts';
import { nothingWritten } from '../configuration/file/written.ts';
import {
  type OptionName,
  type OptionValues,
  tokenVariables,
} from '../configuration/options/options.ts';
import { readSettings, type Settings } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import type { Told } from './situation.ts';

/** The sentence with which something is refused; undefined when it is not. */
const complaintOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
};

const attempt = <Result>(work: () => Result): Result | string => {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
};

/** Variables that mean nothing, each with what was probably meant. */
const unknownVariables = (environment: Environment): readonly string[] =>
  Object.entries(environment).flatMap(
    ([name, value]) =>
      complaintOf(() =>
        refuseUnknownVariables({
          [name.toUpperCase()]: environment[name.toUpperCase()],
          [name]: value,
        }),
      ) ?? [],
  );

const withoutTokens = (environment: Environment): Environment =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !tokenVariables.some((one) => one === name)),
  );

/** Values that make no sense by themselves, each with what is wrong about it. */
const wrongValues = (
  values: OptionValues,
  environment: Environment,
  box: ToolBox,
): ReadonlyMap<OptionName, string> =>
  new Map(
    (Object.keys(values) as OptionName[]).flatMap((name) => {
      const complaint = complaintOf(() =>
        readSettings({ [name]: values[name] }, environment, box.names, []),
      );
      return complaint === undefined ? [] : [[name, complaint] as const];
    }),
  );

const without = (values: OptionValues, left: { has(name: OptionName): boolean }): OptionValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !left.has(name as OptionName)));

/** The values of the options, and each switch that is neither on nor off. */
const valuesTold = (
  given: OptionValues,
  environment: Environment,
  takes: readonly OptionName[],
  written: OptionValues,
): { readonly values: OptionValues; readonly troubles: readonly string[] } => {
  const read = takes.map((name) => attempt(() => valuesOf(given, environment, [name], written)));
  return {
    values: Object.assign({}, ...read.filter((one) => typeof one !== 'string')),
    troubles: read.filter((one) => typeof one === 'string'),
  };
};

/** Settings that say which token, and what for. */
const aboutToken: ReadonlySet<OptionName> = new Set(['tokenFile', 'sandbox', 'apiUrl']);

/** What was told, read as far as it can be: what is wrong is left out, and told. */
export const readTold = (
  given: OptionValues,
  environment: Environment,
  takes: readonly OptionName[],
  box: ToolBox,
  { written, trouble }: FoundConfiguration = { written: nothingWritten, trouble: null },
): Told => {
  const { values, troubles: switches } = valuesTold(given, environment, takes, written.values);
  const bare = withoutTokens(environment);
  const wrong = wrongValues(without(values, new Set(['tokenFile'])), bare, box);
  const sound = without(values, wrong);
  const troubles = [
    ...unknownVariables(environment),
    ...(trouble === null ? [] : [trouble]),
    ...switches,
    ...wrong.values(),
  ];
  const read = (chosen: OptionValues, from: Environment): Settings | string =>
    attempt(() => readSettings(chosen, from, box.names, takes));
  const about = { given, environment, takes, written };
  const whole = read(sound, environment);
  if (typeof whole !== 'string') return { ...about, settings: whole, tokenTrouble: null, troubles };
  const others = new Set(
    (Object.keys(sound) as OptionName[]).filter((name) => !aboutToken.has(name)),
  );
  const ofToken = read(without(sound, others), environment);
  const tokenTrouble = typeof ofToken === 'string' ? ofToken : null;
  const rest = read(without(sound, new Set(['tokenFile'])), bare);
  return typeof rest === 'string'
    ? { ...about, settings: null, tokenTrouble, troubles: [...troubles, rest] }
    : { ...about, settings: rest, tokenTrouble: tokenTrouble ?? whole, troubles };
};
