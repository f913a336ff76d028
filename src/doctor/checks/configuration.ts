// The check of what was told: every value with its source, what makes no sense, and what was meant for somebody else.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beginningOf } from '../../../tools/cut-text.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Environment } from '../../configuration/environment.ts';
import type { Option } from '../../configuration/options/option.ts';
import { type OptionName, options, tokenVariables } from '../../configuration/options/options.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { refuseNothingToServe } from '../../nothing-to-serve.ts';
import { shown } from '../../terminal/veil.ts';
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';
import type { Machine, Told } from '../situation.ts';

const meanings = {
  'configuration.values': {
    level: 'ok',
    means:
      'What the server was told, and where each value comes from; what is not named has its default.',
    remedy: null,
  },
  'configuration.wrong': {
    level: 'blocks',
    means:
      'A setting makes no sense, contradicts another, or is a variable that nobody reads. The server refuses to start, since a misspelt restriction would restrict nothing.',
    remedy:
      'Correct it where it stands; do-mcp help lists every option, .env.example every variable.',
  },
  'configuration.doubtful': {
    level: 'warning',
    means: 'A setting does nothing beside the others, or may not mean what it was meant to.',
    remedy: 'Take it away, or correct what stands beside it.',
  },
  'configuration.env_file_unread': {
    level: 'note',
    means:
      'There is a file .env whose settings this start did not read: only npm start in a clone reads it by itself.',
    remedy:
      'Start by npm start, hand the file over with node --env-file=.env, or set the variables where the program is started.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** What stands in the place of a value that opens something. */
const isSecret = (name: OptionName): boolean =>
  ['stateKey', 'operatorKey', 'redisUrl'].includes(name);

/** The files of variables that Node.js has read by its own flag, each with what it sets. */
type ReadFiles = ReadonlyMap<string, ReadonlyMap<string, string>>;

const sourceOf = (name: OptionName, told: Told, files: ReadFiles): string => {
  const { given, environment, written } = told;
  const option: Option = options[name];
  if (given[name] !== undefined) return `from the flag --${option.flag ?? name}`;
  const variable = option.variable ?? name;
  if (!environment[variable]?.trim())
    return `from ${shown(written.path ?? '')} (${written.places[name]})`;
  const file = [...files].find(([, sets]) => sets.get(variable) === environment[variable])?.[0];
  return `from the variable ${variable}${file === undefined ? '' : `, which ${file} sets`}`;
};

const sayValue = (name: OptionName, value: string | boolean): string => {
  if (isSecret(name)) return '(not shown)';
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : shown(value);
};

const nameOf = (name: OptionName): string => {
  const option: Option = options[name];
  return option.flag ?? option.variable ?? name;
};

const valuesIn = (told: Told, files: ReadFiles): readonly string[] =>
  told.takes.flatMap((name) => {
    const option: Option = options[name];
    const said = told.environment[option.variable ?? '']?.trim() || undefined;
    const value = told.given[name] ?? said ?? told.written.values[name];
    if (value === undefined || name === 'json' || name === 'fix') return [];
    return [`${nameOf(name)}: ${sayValue(name, value)}, ${sourceOf(name, told, files)}`];
  });

/** Names that a file of assignments sets; their values are not kept. */
const namesIn = (text: string): readonly (readonly [name: string, value: string])[] =>
  [...text.matchAll(/^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*["']?(.*?)["']?\s*$/gm)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );

const readFiles = ({ envFiles }: Machine): ReadFiles =>
  new Map(
    envFiles
      .filter((path) => existsSync(path))
      .map((path) => [path, new Map(namesIn(beginningOf(readFileSync(path, 'utf8'), 65_536)))]),
  );

/** The file .env of the working folder or of the clone, where it sets something of ours that is not in force. */
const unreadEnvFile = (
  { folder, script }: Pick<Machine, 'folder' | 'script'>,
  environment: Environment,
): { readonly path: string; readonly names: readonly string[] } | undefined => {
  const places = [folder, ...(script === null ? [] : [dirname(dirname(script))])];
  const path = places.map((place) => join(place, '.env')).find((file) => existsSync(file));
  if (path === undefined) return undefined;
  try {
    const names = namesIn(beginningOf(readFileSync(path, 'utf8'), 65_536))
      .filter(([name]) => name.startsWith('DO_MCP_') || tokenVariables.some((one) => one === name))
      .filter(([name, value]) => value !== '' && environment[name] !== value)
      .map(([name]) => name);
    return names.length === 0 ? undefined : { path, names };
  } catch {
    return undefined;
  }
};

/** Why no tool whatever would be served; nothing when one would. */
const nothingServed = ({ settings }: Told, box: ToolBox): readonly string[] => {
  try {
    if (settings !== null) refuseNothingToServe(settings.selection, box);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return [error.message];
    throw error;
  }
};

/** Looks at what was told. */
export const configuration: Check = {
  name: 'configuration',
  title: 'Configuration',
  meanings,
  look: async ({ told, machine, box }) => {
    const values = valuesIn(told, readFiles(machine));
    const unread = unreadEnvFile(machine, told.environment);
    return [
      finding(
        'configuration.values',
        values.length === 0 ? 'Nothing was told: every setting has its default.' : 'Told:',
        { details: values },
      ),
      ...[...told.troubles, ...nothingServed(told, box)].map((trouble) =>
        finding('configuration.wrong', trouble),
      ),
      ...(told.settings?.warnings ?? []).map((doubt) => finding('configuration.doubtful', doubt)),
      ...(unread === undefined
        ? []
        : [
            finding(
              'configuration.env_file_unread',
              `${unread.path} sets ${unread.names.join(', ')}, and this start did not read it.`,
            ),
          ]),
    ];
  },
};
