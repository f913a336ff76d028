// Builds the flat schema of a tool's arguments from facts, words and the arguments that all tools share.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { Schema } from '../../scope-map/facts.ts';
import { sharedWords } from '../../scope-map/words.ts';
import { advertised } from './advertise.ts';
import type { ArgumentPlaces, InputSchema } from './tool.ts';

/** Items that a list answers when the caller does not say how many. */
export const defaultMaxItems = 50;

/** Seconds that a call may wait for long work. */
export const longestWait = 45;

// What these mean is told once, in the server's instructions; here it is only recalled, since a model pays for each.
const listArguments: Readonly<Record<string, Schema>> = {
  max_items: {
    type: 'integer',
    description: `Default ${defaultMaxItems}.`,
    minimum: 1,
    maximum: 10_000,
  },
  after: { type: 'string', description: 'Cursor.' },
  where: {
    type: 'array',
    description: 'field=value.',
    items: { type: 'string' },
  },
};

const fieldArguments: Readonly<Record<string, Schema>> = {
  fields: { type: 'array', description: 'Names.', items: { type: 'string' } },
};

const detailArguments: Readonly<Record<string, Schema>> = {
  detail: { type: 'string', description: 'Default compact.', enum: ['compact', 'full'] },
};

const waitArguments: Readonly<Record<string, Schema>> = {
  wait_seconds: {
    type: 'integer',
    description: 'Default 0.',
    minimum: 0,
    maximum: longestWait,
  },
};

const changeArguments: Readonly<Record<string, Schema>> = {
  dry_run: { type: 'boolean', description: 'Preview.' },
};

const keepArguments: Readonly<Record<string, Schema>> = {
  // The one value is told in its description and checked by its pattern, which costs a model the least.
  keep: { type: 'string', description: 'snapshot.', pattern: '^snapshot$' },
};

/** Names of the arguments that shape the answer; no field of the API may have one of them. */
export const sharedArguments: readonly string[] = [
  ...Object.keys(listArguments),
  ...Object.keys(fieldArguments),
  ...Object.keys(detailArguments),
  ...Object.keys(waitArguments),
  ...Object.keys(changeArguments),
  ...Object.keys(keepArguments),
];

/** Whether some call of an endpoint changes something. */
const mayChange = ({ effect, conditions = [] }: Endpoint): boolean =>
  effect !== 'read' || conditions.some((one) => one.effect !== undefined && one.effect !== 'read');

const sharedBy = (endpoint: Endpoint): Readonly<Record<string, Schema>> => ({
  ...(endpoint.reply.kind === 'list' && listArguments),
  ...((endpoint.reply.kind === 'list' || endpoint.reply.kind === 'object') && fieldArguments),
  // One resource without a compact view is always shown in full: there is nothing to choose.
  ...((endpoint.reply.kind === 'list' || endpoint.view) && detailArguments),
  ...(endpoint.watch && waitArguments),
  ...(mayChange(endpoint) && changeArguments),
  ...(endpoint.keep && keepArguments),
});

type Describe = (path: string) => string | undefined;

/** The sentence about an argument, with DigitalOcean's default unless it is "off" or told already. */
const describer =
  ({ says, words: area, facts }: Endpoint, required: readonly string[]): Describe =>
  (path) => {
    const words = says?.[path] ?? area[path] ?? sharedWords[path];
    const standard = facts.defaults[path];
    // Whoever must say it is not helped by a default.
    if (required.includes(path)) return words;
    if (standard === undefined || standard === false || /default/i.test(words ?? '')) return words;
    const told = `Default ${JSON.stringify(standard).replaceAll('"', '')}.`;
    return words === undefined ? told : `${words} ${told}`;
  };

/** The same schema with descriptions at every depth where there are words. */
const described = (schema: Schema, path: string, describe: Describe): Schema => {
  const { type, ...rest } = schema;
  const words = describe(path);
  const inner = schema.items?.properties ?? schema.properties;
  const properties =
    inner &&
    Object.fromEntries(
      Object.entries(inner).map(([name, one]) => [
        name,
        described(one, `${path}.${name}`, describe),
      ]),
    );
  return {
    ...(type !== undefined && { type }),
    ...(words !== undefined && { description: words }),
    ...rest,
    ...(properties && (schema.items ? { items: { ...schema.items, properties } } : { properties })),
  };
};

/** Body fields by the argument that fills them: `body_<name>` where the path has the name already. */
const bodyArguments = ({ facts, repeats }: Endpoint): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(facts.body?.properties ?? {})
      .filter((field) => !repeats?.includes(field))
      .map((field) => [field in facts.pathArguments ? `body_${field}` : field, field]),
  );

/** Where each argument of an endpoint travels. */
export const placesOf = (endpoint: Endpoint): ArgumentPlaces => ({
  path: Object.keys(endpoint.facts.pathArguments),
  query: Object.keys(endpoint.facts.query.properties),
  body: bodyArguments(endpoint),
});

const flat = (endpoint: Endpoint, shown: (schema: Schema, name: string) => Schema): InputSchema => {
  const { facts } = endpoint;
  const { body } = placesOf(endpoint);
  const fields = facts.body?.properties ?? {};
  const own: Readonly<Record<string, Schema>> = {
    ...facts.pathArguments,
    ...facts.query.properties,
    ...Object.fromEntries(
      Object.entries(body).flatMap(([argument, field]) => {
        const schema = fields[field];
        return schema ? [[argument, schema]] : [];
      }),
    ),
  };
  const requiredFields = facts.body?.required ?? [];
  const isRequired = (name: string): boolean =>
    name in facts.pathArguments ||
    facts.query.required.includes(name) ||
    requiredFields.includes(body[name] ?? '');
  const names = Object.keys(own);
  const required = names.filter(isRequired);
  const describe = describer(endpoint, required);
  const properties = [...required, ...names.filter((name) => !isRequired(name))].flatMap((name) => {
    const schema = own[name];
    return schema ? [[name, described(shown(schema, name), name, describe)] as const] : [];
  });
  const shared = Object.entries(sharedBy(endpoint)).map(
    ([name, schema]) => [name, shown(schema, name)] as const,
  );
  return {
    type: 'object',
    properties: Object.fromEntries([...properties, ...shared]),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
};

/**
 * The flat, closed schema of a tool as hosts see it: path, query and body fields side by side, required ones first,
 * then the arguments that shape the answer. No defaults, no combinators at the root, every argument described.
 */
export const inputSchemaOf = (endpoint: Endpoint): InputSchema =>
  flat(endpoint, (schema) => advertised(schema));

/** In a path an id is the same as text and as a number, so it stays what it was. */
const asItCame = ({ anyOf, ...schema }: Schema): Schema => {
  const types = anyOf?.flatMap(({ type }) => type ?? []);
  return types ? { ...schema, type: types } : schema;
};

/** The same with everything that we know: what the arguments of a call are checked against. */
export const checkedSchemaOf = (endpoint: Endpoint): InputSchema =>
  flat(endpoint, (schema, name) =>
    name in endpoint.facts.pathArguments ? asItCame(schema) : schema,
  );
