// Applies the reasoned corrections to distilled facts, and notices those that change nothing any more.
import type { Change, Correction } from '../../scope-map/corrections/correction.ts';
import type { OperationFacts, Schema } from '../../scope-map/facts.ts';

type SchemaEdit = (schema: Schema | undefined) => Schema | undefined;

const withProperty = (schema: Schema, name: string, edit: SchemaEdit): Schema => {
  const { [name]: old, ...others } = schema.properties ?? {};
  const edited = edit(old);
  // The place of a property among the others is kept; only a new one comes last.
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
      key !== name ? [[key, inner]] : edited ? [[key, edited]] : [],
    ),
  );
  return { ...schema, properties: edited && !old ? { ...others, [name]: edited } : properties };
};

const editAt = (schema: Schema, path: readonly string[], edit: SchemaEdit): Schema => {
  const [name, ...rest] = path;
  if (name === undefined) return edit(schema) ?? schema;
  if (schema.items) return { ...schema, items: editAt(schema.items, path, edit) };
  return withProperty(schema, name, (inner) =>
    rest.length === 0 ? edit(inner) : inner && editAt(inner, rest, edit),
  );
};

const keywordOrder: readonly (keyof Schema)[] = [
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'anyOf',
  'format',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
];

const inOrder = (schema: Schema): Schema =>
  Object.fromEntries(keywordOrder.flatMap((key) => (key in schema ? [[key, schema[key]]] : [])));

const withKeywords =
  (set: Schema, drop: readonly (keyof Schema)[]): SchemaEdit =>
  (schema) => {
    if (!schema) return undefined;
    const kept = Object.fromEntries(
      Object.entries(schema).filter(([key]) => !drop.some((one) => one === key)),
    );
    const properties = set.properties
      ? { properties: { ...schema.properties, ...set.properties } }
      : {};
    return inOrder({ ...kept, ...set, ...properties });
  };

const editFacts = (facts: OperationFacts, at: string, edit: SchemaEdit): OperationFacts => {
  const [place, ...path] = at.split('.');
  if (place === 'body')
    return facts.body ? { ...facts, body: editAt(facts.body, path, edit) } : facts;
  const properties = place === 'query' ? facts.query.properties : facts.pathArguments;
  const edited = editAt({ properties }, path, edit).properties ?? {};
  return place === 'query'
    ? { ...facts, query: { ...facts.query, properties: edited } }
    : { ...facts, pathArguments: edited };
};

const withoutNeed = (schema: Schema, names: readonly string[]): Schema => {
  if (schema.items) return { ...schema, items: withoutNeed(schema.items, names) };
  const { required = [], ...others } = schema;
  const left = required.filter((name) => !names.includes(name));
  return inOrder(left.length > 0 ? { ...others, required: left } : others);
};

const applyChange = (facts: OperationFacts, change: Change): OperationFacts => {
  switch (change.kind) {
    case 'scopes':
      return { ...facts, scopes: change.are };
    case 'full_schema':
    case 'reply':
    case 'reply_like':
      return facts;
    case 'schema':
      return editFacts(facts, change.at, withKeywords(change.set ?? {}, change.drop ?? []));
    case 'no_argument':
      return editFacts(facts, change.at, () => undefined);
    case 'default': {
      const { [change.at]: _old, ...others } = facts.defaults;
      return {
        ...facts,
        defaults: change.is === undefined ? others : { ...facts.defaults, [change.at]: change.is },
      };
    }
    case 'optional':
      return editFacts(facts, change.at, (schema) => schema && withoutNeed(schema, change.names));
    case 'required': {
      const join = (names: readonly string[] | undefined): readonly string[] => [
        ...new Set([...(names ?? []), ...change.names]),
      ];
      if (change.at === 'query')
        return { ...facts, query: { ...facts.query, required: join(facts.query.required) } };
      return facts.body
        ? { ...facts, body: inOrder({ ...facts.body, required: join(facts.body.required) }) }
        : facts;
    }
  }
};

/** Corrections of what are no facts: schemas kept apart, and replies. */
const aboutSomethingElse: ReadonlySet<Change['kind']> = new Set([
  'full_schema',
  'reply',
  'reply_like',
]);

/** Facts after correction, and a sentence for each correction that is no longer needed. */
export interface Corrected {
  readonly facts: Readonly<Record<string, OperationFacts>>;
  readonly unneeded: readonly string[];
}

/** Applies corrections in order. A correction that leaves one of its operations as it was is reported. */
export const correct = (
  documented: Readonly<Record<string, OperationFacts>>,
  corrections: readonly Correction[],
): Corrected => {
  const facts: Record<string, OperationFacts> = { ...documented };
  const unneeded: string[] = [];
  for (const { operations, change, why } of corrections) {
    if (aboutSomethingElse.has(change.kind)) continue;
    for (const id of operations) {
      const before = facts[id];
      if (!before) continue;
      const after = applyChange(before, change);
      if (JSON.stringify(after) === JSON.stringify(before))
        unneeded.push(
          `the correction of ${id} (${why}) changes nothing: the document is right now, so take it out`,
        );
      facts[id] = after;
    }
  }
  return { facts, unneeded };
};

/** Applies the corrections of schemas that are kept apart. A place that stays as it was is reported. */
export const correctFullSchemas = (
  documented: ReadonlyMap<string, Schema>,
  corrections: readonly Correction[],
): { readonly schemas: ReadonlyMap<string, Schema>; readonly unneeded: readonly string[] } => {
  const schemas = new Map(documented);
  const unneeded: string[] = [];
  for (const { change } of corrections) {
    if (change.kind !== 'full_schema') continue;
    for (const at of change.at) {
      const before = schemas.get(change.schema);
      if (!before) continue;
      const after = editAt(
        before,
        at.split('.'),
        withKeywords(change.set ?? {}, change.drop ?? []),
      );
      if (JSON.stringify(after) === JSON.stringify(before))
        unneeded.push(
          `the correction of ${change.schema} at ${at} changes nothing: the document is right now, so take it out`,
        );
      schemas.set(change.schema, after);
    }
  }
  return { schemas, unneeded };
};
