// Makes valid arguments for any tool from its schema and rules: the least it takes, and everything it takes.
import type { Rule } from '../../../scope-map/endpoint.ts';
import type { Schema } from '../../../scope-map/facts.ts';
import { valuesAt } from '../../../tools/places.ts';
import { brokenRules } from '../../../tools/request/rules.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import { checkedSchemaOf, sharedArguments } from '../../../tools/tool/input-schema.ts';
import type { Arguments, InputSchema, Tool } from '../../../tools/tool/tool.ts';

const texts = [
  'example',
  'example.com',
  'web-1',
  'Example',
  '08:30',
  '7d',
  'do:droplet:1',
  '/example',
  'do:kubernetes:example',
  'EXAMPLE',
];

const byFormat: Readonly<Record<string, string>> = {
  uuid: '4de7ac8b-495b-4884-9a69-1050c6793cd6',
  uri: 'https://login.example.com',
  'date-time': '2026-01-31T19:25:22Z',
};

const textFor = ({ format, pattern, maxLength = 255 }: Schema): string => {
  if (format) return byFormat[format] ?? 'example';
  const fits = texts.find(
    (text) => text.length <= maxLength && (!pattern || new RegExp(pattern).test(text)),
  );
  if (fits === undefined) throw new Error(`no example text for ${pattern}`);
  return fits;
};

/** A value that both what is offered and what is checked take. */
const valueFor = (shown: Schema, checked: Schema, everything: boolean): unknown => {
  if (shown.enum) return shown.enum[0];
  if (checked.anyOf?.[0]) return valueFor(checked.anyOf[0], checked.anyOf[0], everything);
  if (checked.enum) return checked.enum[0];
  switch (typeof checked.type === 'string' ? checked.type : checked.type?.[0]) {
    case 'string':
      return textFor(checked);
    case 'integer':
      return checked.minimum ?? 1;
    case 'number':
      return checked.minimum ?? 0.5;
    case 'boolean':
      return true;
    case 'array':
      return listFor(shown, checked, everything);
    default:
      return objectFor(shown, checked, everything);
  }
};

/** As many elements as there must be, and one at least. */
const listFor = (shown: Schema, checked: Schema, everything: boolean): readonly unknown[] => {
  const { items: inner, minItems = 1 } = checked;
  if (!shown.items || !inner) return [];
  const one = valueFor(shown.items, inner, everything);
  return Array.from({ length: Math.max(1, minItems) }, () => one);
};

const objectFor = (shown: Schema, checked: Schema, everything: boolean): Arguments => {
  if (!shown.properties) {
    const inner = checked.additionalProperties;
    return { name: typeof inner === 'object' ? valueFor(inner, inner, everything) : 'example' };
  }
  const wanted = Object.entries(shown.properties).filter(
    ([name]) => everything || checked.required?.includes(name),
  );
  return Object.fromEntries(
    wanted.map(([name, inner]) => [
      name,
      valueFor(inner, checked.properties?.[name] ?? inner, everything),
    ]),
  );
};

const isObject = (value: unknown): value is Arguments =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const drop = (value: unknown, path: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((element) => drop(element, path));
  const [key, ...rest] = path;
  if (!isObject(value) || key === undefined || !(key in value)) return value;
  if (rest.length > 0) return { ...value, [key]: drop(value[key], rest) };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
};

const without = (given: Arguments, names: readonly string[]): Arguments =>
  names.reduce<Arguments>((left, name) => {
    const rest = drop(left, name.split('.'));
    return isObject(rest) ? rest : left;
  }, given);

const schemaAt = (
  properties: Readonly<Record<string, Schema>>,
  [name = '', ...rest]: readonly string[],
): Schema | undefined =>
  rest.length === 0 ? properties[name] : schemaAt(properties[name]?.properties ?? {}, rest);

const put = (given: Arguments, path: readonly string[], value: unknown): Arguments => {
  const [key = '', ...rest] = path;
  const { [key]: old } = given;
  const inner = isObject(old) ? old : {};
  return { ...given, [key]: rest.length === 0 ? value : put(inner, rest, value) };
};

type Add = (given: Arguments, name: string, list?: string) => Arguments;

/** What an element of a list misses is given to it, and of what excludes each other one is left. */
const obeyInside = (
  { list, rules }: Extract<Rule, { kind: 'each' }>,
  given: Arguments,
  add: Add,
): Arguments => {
  const elements = given[list];
  if (!Array.isArray(elements)) return given;
  const inside: Add = (left, name) => add(left, name, list);
  const obeyed = (element: Arguments): Arguments =>
    rules.reduce(
      (left, inner) =>
        inner.kind === 'needs' || inner.kind === 'one_of' ? obey(inner, left, inside) : left,
      element,
    );
  return {
    ...given,
    [list]: elements.map((element) => (isObject(element) ? obeyed(element) : element)),
  };
};

/** Adds what a rule misses, or takes away what it forbids. */
const obey = (rule: Rule, given: Arguments, add: Add): Arguments => {
  if (rule.kind === 'alone' || rule.kind === 'longest') return given;
  if (rule.kind === 'relative')
    return rule.argument in given ? { ...given, [rule.argument]: 'www' } : given;
  if (rule.kind === 'each') return obeyInside(rule, given, add);
  if (rule.kind === 'never')
    return isTrueOf(rule.when, given) && isTrueOf(rule.and, given)
      ? without(given, [rule.and.argument])
      : given;
  const present = rule.arguments.filter((name) => valuesAt(given, name).length > 0);
  switch (rule.kind) {
    case 'one_of':
      if (present.length > 1) return without(given, present.slice(1));
      return present.length === 0 && !rule.optional ? add(given, rule.arguments[0]) : given;
    case 'any_of':
      return present.length === 0 ? add(given, rule.arguments[0]) : given;
    case 'needs':
      return isTrueOf(rule.when, given)
        ? rule.arguments
            .filter((name) => !present.includes(name))
            .reduce<Arguments>((left, name) => add(left, name), given)
        : given;
    case 'only':
      return isTrueOf(rule.when, given) ? given : without(given, present);
    case 'excludes':
      return isTrueOf(rule.when, given) ? without(given, present) : given;
  }
};

const obeyAll = (tool: Tool, given: Arguments, everything: boolean): Arguments => {
  const add: Add = (left, name, list) => {
    const path = name.split('.');
    const inside = ({ properties }: InputSchema): Schema | undefined =>
      schemaAt((list ? properties[list]?.items?.properties : properties) ?? {}, path);
    const shown = inside(tool.inputSchema);
    const checked = inside(checkedSchemaOf(tool.endpoint));
    return shown && checked ? put(left, path, valueFor(shown, checked, everything)) : left;
  };
  const rules = tool.endpoint.rules ?? [];
  const obeyed = rules.reduce<Arguments>((left, rule) => obey(rule, left, add), given);
  const broken = brokenRules(rules, obeyed);
  if (broken.length > 0) throw new Error(`no example for ${tool.name}: ${broken.join('; ')}`);
  return obeyed;
};

/** Examples for one tool. Arguments that only shape the answer are left out. */
export interface ExampleArguments {
  /** What cannot be left out. */
  readonly least: Arguments;
  /** All that can be given at once. */
  readonly full: Arguments;
}

/**
 * Valid arguments for a tool, honouring its rules; `fixed` values win, so that every value of an enumeration
 * can be tried with what belongs to it.
 * @throws {Error} when the rules of the tool cannot be kept this way.
 */
export const exampleArguments = (tool: Tool, fixed: Arguments = {}): ExampleArguments => {
  const { properties, required = [] } = tool.inputSchema;
  const checked = checkedSchemaOf(tool.endpoint).properties;
  const own = Object.entries(properties).filter(([name]) => !sharedArguments.includes(name));
  const make = (everything: boolean): Arguments =>
    obeyAll(
      tool,
      {
        ...Object.fromEntries(
          own
            .filter(([name]) => everything || required.includes(name))
            .map(([name, schema]) => [name, valueFor(schema, checked[name] ?? schema, everything)]),
        ),
        ...fixed,
      },
      everything,
    );
  return { least: make(false), full: make(true) };
};
