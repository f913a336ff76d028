// Every option of the program, from the groups beside this file. Read by the parser, the help and .env.example.
import { accountOptions } from './account.ts';
import { askingOptions } from './asking.ts';
import { choosingOptions } from './choosing.ts';
import { configurationOptions } from './configuration.ts';
import { httpOptions } from './http.ts';
import type { Option } from './option.ts';
import { outputOptions } from './output.ts';
import { readingOptions } from './reading.ts';
import { setupOptions } from './setup.ts';
import { simulationOptions } from './simulation.ts';
import { toolOptions } from './tools.ts';

/** All options by the name under which the program knows them, in the order of the help. */
export const options = {
  ...configurationOptions,
  ...accountOptions,
  ...toolOptions,
  ...choosingOptions,
  ...askingOptions,
  ...readingOptions,
  ...httpOptions,
  ...simulationOptions,
  ...setupOptions,
  ...outputOptions,
} as const satisfies Record<string, Option>;

/** The name of an option inside the program. */
export type OptionName = keyof typeof options;

/** Option values before they are given meaning: a text, or on and off; absent ones are not there. */
export type OptionValues = { readonly [Name in OptionName]?: string | boolean };

/** The options with their names. */
export const namedOptions = Object.entries(options) as readonly (readonly [OptionName, Option])[];

/** The names of all options. */
export const optionNames: readonly OptionName[] = namedOptions.map(([name]) => name);

/** Variables that may hold the token itself; they never have a flag, which other users could see in the process list. */
export const tokenVariables = [
  'DIGITALOCEAN_TOKEN',
  'DIGITALOCEAN_ACCESS_TOKEN',
  'DIGITALOCEAN_API_TOKEN',
] as const;
