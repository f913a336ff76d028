// Reads the text of one option each: what it may be, and the sentence when it is something else.
import { nearest } from '../../tools/nearest.ts';
import { shown } from '../terminal/veil.ts';
import type { Option } from './options/option.ts';
import type { OptionValues } from './options/options.ts';
import { type OptionName, options } from './options/options.ts';
import { UsageError } from './usage-error.ts';

/** What a person calls an option: its flag, or its variable when it has none. */
export const nameOf = (name: OptionName): string => {
  const option: Option = options[name];
  return option.flag === undefined ? (option.variable ?? name) : `--${option.flag}`;
};

/** The text of an option; undefined when it was not given. */
export const textOf = (values: OptionValues, name: OptionName): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : undefined;
};

/**
 * The words of a list, without doubles; undefined when it was not given.
 * @throws {UsageError} when it was given and names nothing.
 */
export const listOf = (values: OptionValues, name: OptionName): readonly string[] | undefined => {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0) throw new UsageError(`${nameOf(name)} names nothing.`);
  return [...new Set(words)];
};

/**
 * One of a few words.
 * @throws {UsageError} naming them when it is another.
 */
export const oneOf = <const Choice extends string>(
  values: OptionValues,
  name: OptionName,
  choices: readonly Choice[],
): Choice | undefined => {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  const choice = choices.find((one) => one === text);
  if (choice === undefined) {
    const meant = nearest(text, choices);
    throw new UsageError(
      `${nameOf(name)} must be one of ${choices.join(', ')}, not "${shown(text)}".${meant ? ` Did you mean ${meant}?` : ''}`,
    );
  }
  return choice;
};

/** Whether a host name means this machine and cannot mean another. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * An address that something secret may be sent to.
 * @throws {UsageError} when it is none, or anybody on the way could read what is sent.
 */
export const urlOf = (values: OptionValues, name: OptionName): URL | undefined => {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  if (!URL.canParse(text))
    throw new UsageError(`${nameOf(name)} must be a URL, not "${shown(text)}".`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    throw new UsageError(
      `${nameOf(name)} must use https, or http on loopback: a token would travel in the clear otherwise.`,
    );
  if (url.username || url.password)
    throw new UsageError(`${nameOf(name)} must not contain a user name or password.`);
  return url;
};

/**
 * A number that matches a pattern and lies within bounds.
 * @throws {UsageError} saying what it has to be.
 */
export const numberOf = (
  values: OptionValues,
  name: OptionName,
  allowed: { readonly says: string; readonly fits: (number: number) => boolean },
): number | undefined => {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  // Number() would also read 0x50, 1e3 and a blank.
  const number = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (!allowed.fits(number))
    throw new UsageError(`${nameOf(name)} must be ${allowed.says}, not "${shown(text)}".`);
  return number;
};
