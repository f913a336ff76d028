// One value of a configuration file, as the text that a flag would have.
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Option } from '../options/option.ts';
import { isPath } from './file-settings.ts';

/** Why a value cannot be used, in words that follow the name of its setting. */
export class ValueRefused extends Error {
  override readonly name = 'ValueRefused';
}

const tokenLike = /(?:^|[^a-z0-9])(?:d[a-z]{2}_v1_|sk_do_|domcp_)|^[0-9a-f]{64}$/i;
const withPassword = /\/\/[^/@\s]*:[^/@\s]+@/;

const secretless = (text: string): string => {
  if (tokenLike.test(text))
    throw new ValueRefused(
      'holds what looks like a token or a key. A secret has no place in this file: set DIGITALOCEAN_TOKEN, or name a file with token-file',
    );
  if (withPassword.test(text))
    throw new ValueRefused(
      'holds a password. A secret has no place in this file: set the variable of this setting instead',
    );
  return text;
};

const asText = (value: unknown): string => {
  if (typeof value === 'string' && value.trim() !== '') return secretless(value.trim());
  if (typeof value === 'number') return String(value);
  throw new ValueRefused('must be text or a number, and not empty');
};

const asList = (value: unknown): string => {
  if (!Array.isArray(value)) return asText(value);
  if (value.length === 0) throw new ValueRefused('names nothing');
  const words = value.map(asText);
  if (words.some((word) => /[\s,]/.test(word)))
    throw new ValueRefused('is a list of words, each without blanks and commas');
  return words.join(',');
};

/** A path of a file is meant from where that file is, and `~` is the home folder. */
const asPath = (text: string, file: string, home: string | undefined): string => {
  if (text === 'off' || isAbsolute(text)) return text;
  if (/^~[/\\]/.test(text) && home) return join(home, text.slice(2));
  return resolve(dirname(file), text);
};

/**
 * The value of an option as a flag would give it.
 * @param file the file in which it stands.
 * @throws {ValueRefused} for what the option cannot be.
 */
export const valueWritten = (
  option: Option,
  value: unknown,
  file: string,
  home: string | undefined,
): string | boolean => {
  if (option.kind === 'flag') {
    if (typeof value === 'boolean') return value;
    throw new ValueRefused('must be true or false');
  }
  if (option.kind === 'list') return asList(value);
  const text = asText(value);
  return isPath(option) ? asPath(text, file, home) : text;
};
