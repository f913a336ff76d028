// A form's texts as the arguments of a call: which kind of field an argument has, and what is meant by its text.
import type { EndpointDetails } from '../../../src/console/map/details.ts';
import { words } from '../../words.ts';

/** The schema of a tool's arguments. */
export type Schema = EndpointDetails['schema'];

/** The schema of one of them. */
export type Property = Schema['properties'][string];

/** How an argument is filled in. */
export type Kind = 'choice' | 'number' | 'text' | 'list' | 'json';

/** Texts by the argument's name; an empty one is not given. */
export type Texts = Readonly<Record<string, string>>;

/** The argument for which the form has a field of its own. */
const dryRun = 'dry_run';

const typesOf = ({ type }: Property): readonly string[] =>
  typeof type === 'string' ? [type] : (type ?? []);

const isScalar = (property: Property): boolean => {
  const types = typesOf(property);
  if (property.anyOf || (types.length === 0 && !property.enum)) return false;
  return types.every((type) => type !== 'object' && type !== 'array');
};

/** How an argument is filled in. */
export const kindOf = (property: Property): Kind => {
  const types = typesOf(property);
  if (!isScalar(property)) {
    const { items } = property;
    return types.length === 1 && types[0] === 'array' && items && isScalar(items) ? 'list' : 'json';
  }
  if (property.enum || types.includes('boolean')) return 'choice';
  if (types.includes('string')) return 'text';
  return 'number';
};

/** The values of a choice. */
export const valuesOf = (property: Property): readonly (string | number | boolean | null)[] =>
  property.enum ?? [true, false];

/** Arguments in the form's order: what is needed comes first. */
export const fieldsOf = ({ properties, required = [] }: Schema) => {
  const all = Object.entries(properties).filter(([name]) => name !== dryRun);
  const isNeeded = (name: string): boolean => required.includes(name);
  return {
    needed: all.filter(([name]) => isNeeded(name)),
    further: all.filter(([name]) => !isNeeded(name)),
  };
};

/** Whether a call of the tool can be tried without changing anything. */
export const canBeDry = ({ properties }: Schema): boolean => Object.hasOwn(properties, dryRun);

/** A text that stands for a number; what is none goes as it is written, and is refused in words. */
const numberOr = (text: string): number | string => {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
};

const isNumeric = (property: Property): boolean => kindOf(property) === 'number';

/** @throws {SyntaxError} for what should be JSON and is not. */
const meantBy = (text: string, property: Property): unknown => {
  switch (kindOf(property)) {
    case 'text':
      return text;
    case 'number':
      return numberOr(text.trim());
    case 'choice':
      return valuesOf(property).find((value) => String(value) === text) ?? text;
    case 'json':
      return JSON.parse(text);
    case 'list': {
      const { items } = property;
      const lines = text.split('\n').map((line) => line.trim());
      const given = lines.filter((line) => line !== '');
      return items && isNumeric(items) ? given.map(numberOr) : given;
    }
  }
};

/** The arguments of a call, or a sentence about the text that cannot be one. */
export type Meant =
  | { readonly given: Readonly<Record<string, unknown>> }
  | { readonly trouble: string };

/** What a form means. */
export const argumentsIn = ({ properties }: Schema, texts: Texts): Meant => {
  const given: [string, unknown][] = [];
  for (const [name, property] of Object.entries(properties)) {
    const text = texts[name] ?? '';
    if (text === '' || name === dryRun) continue;
    try {
      given.push([name, meantBy(text, property)]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { trouble: words.trying.notJson(name, why) };
    }
  }
  return { given: Object.fromEntries(given) };
};

const written = (value: unknown, property: Property): string => {
  const kind = kindOf(property);
  if (kind === 'json') return JSON.stringify(value, null, 2);
  return kind === 'list' && Array.isArray(value) ? value.join('\n') : String(value);
};

/** The texts of a form that is filled in with arguments. */
export const textsOf = ({ properties }: Schema, given: Readonly<Record<string, unknown>>): Texts =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const property = properties[name];
      return property ? [[name, written(value, property)]] : [];
    }),
  );
