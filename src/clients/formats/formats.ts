// The formats by their names; the parsers of one are loaded for a file of that format alone.
import type { FormatName } from '../client.ts';
import type { Format } from './format.ts';

/** Loads a format. */
export const formatNamed = async (name: FormatName): Promise<Format> => {
  if (name === 'toml') return (await import('./toml.ts')).tomlFormat;
  if (name === 'yaml') return (await import('./yaml.ts')).yamlFormat;
  const { jsonFormat } = await import('./json.ts');
  return jsonFormat({ comments: name !== 'json', trailingCommas: name === 'jsonc' });
};
