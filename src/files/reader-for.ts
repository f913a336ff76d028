// How a file of ours is read: as its name says, JSON or YAML.
import { type ReadDataText, readJsonData } from './data-text.ts';

/** Whether a file is YAML, by its name. */
export const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);

/** How a file is read, by its name; the reader of YAML is only loaded for YAML. */
export const readerFor = async (path: string): Promise<ReadDataText> =>
  isYaml(path) ? (await import('./yaml-data.ts')).readYamlData : readJsonData;
