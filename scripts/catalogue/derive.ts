// Derives everything that the scope map keeps as JSON from the document: facts by shelf, the app spec, what is known.
import type { Correction } from '../../scope-map/corrections/correction.ts';
import { scopeNames } from '../../scope-map/corrections/scope-names.ts';
import type { FullSchema } from '../../scope-map/endpoint.ts';
import type { AreaMap } from '../../scope-map/entry/area-map.ts';
import type { OperationFacts, Schema } from '../../scope-map/facts.ts';
import type { ReplyFields } from '../../scope-map/reply-fields.ts';
import type { Shelf } from '../../scope-map/shelves.ts';
import { combine } from './combine.ts';
import { correct, correctFullSchemas } from './correct.ts';
import { correctReplies } from './correct-replies.ts';
import { distil, documentedScopes } from './distil.ts';
import { type ApiDocument, objectAt } from './document.ts';
import { flatten } from './flatten.ts';
import { indexOf } from './index-lines.ts';
import { replyFieldsOf } from './reply-fields.ts';

/** Scopes of an endpoint that the document still has under another name, with their real names. */
const withRealScopes = (facts: OperationFacts): OperationFacts => ({
  ...facts,
  scopes: facts.scopes.map((all) => all.map((scope) => scopeNames[scope] ?? scope)),
});

/** What the document says about the catalogue, ready to be compared or written. */
export interface Derived {
  /** Facts of catalogued operations by shelf, operations in alphabetical order. */
  readonly byShelf: ReadonlyMap<Shelf, Readonly<Record<string, OperationFacts>>>;
  /** Every argument kept in full, by name of its schema, with the shelf that keeps it. */
  readonly fullSchemas: ReadonlyMap<string, { readonly shelf: Shelf; readonly schema: Schema }>;
  /** One line a tool: what it is, needs and does. */
  readonly index: Readonly<Record<string, unknown>>;
  /** The fields of what catalogued operations answer. */
  readonly replyFields: ReplyFields;
  /** Every operation of the document, as method and path. */
  readonly operations: Readonly<Record<string, string>>;
  /** Every scope that the document names, real names only. */
  readonly scopes: readonly string[];
  /** Catalogued operations that the document does not have. */
  readonly missing: readonly string[];
  /** Corrections that are no longer needed, a sentence each. */
  readonly unneeded: readonly string[];
}

/** What an object cannot be without, and some more: many hosts refuse an object of which nothing is said. */
const loose = (
  { properties = {}, required = [] }: Schema,
  shows: readonly string[] = [],
): Schema => ({
  type: 'object',
  properties: Object.fromEntries(
    [...required, ...shows].flatMap((name) => (properties[name] ? [[name, properties[name]]] : [])),
  ),
  ...(required.length > 0 && { required }),
  additionalProperties: true,
});

const loosen = (
  facts: OperationFacts,
  inFull: Readonly<Record<string, FullSchema>>,
): OperationFacts => {
  const names = Object.keys(inFull);
  if (!facts.body?.properties || names.length === 0) return facts;
  const loosened = Object.fromEntries(
    Object.entries(facts.body.properties).map(([name, schema]) => [
      name,
      names.includes(name) ? loose(schema, inFull[name]?.shows) : schema,
    ]),
  );
  const isInside = (path: string): boolean => names.some((name) => path.startsWith(`${name}.`));
  return {
    ...facts,
    body: { ...facts.body, properties: loosened },
    defaults: Object.fromEntries(
      Object.entries(facts.defaults).filter(([path]) => !isInside(path)),
    ),
  };
};

const sorted = <Value>(
  entries: Iterable<readonly [string, Value]>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries([...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)));

const namesNoLongerWrong = (document: ApiDocument): readonly string[] => {
  const named = new Set(
    [...document.operations.values()].flatMap((operation) => documentedScopes(operation).flat()),
  );
  return Object.keys(scopeNames)
    .filter((wrong) => !named.has(wrong))
    .map(
      (wrong) =>
        `the scope name ${wrong} is nowhere in the document any more: take it out of scopeNames`,
    );
};

const fullSchema = (document: ApiDocument, id: string, argument: string): Schema | undefined => {
  const operation = document.operations.get(id);
  if (!operation) return undefined;
  const content = objectAt(document.resolve(operation.definition['requestBody']), 'content');
  const body = combine(document, objectAt(content, 'application/json')['schema']);
  // A person may send back a spec that was made long ago: what is deprecated there still works. Fields that the
  // document does not know are let through: DigitalOcean's Go client has many (envs and alerts of the app itself),
  // and DigitalOcean refuses what it does not know.
  return flatten(objectAt(body, 'properties')[argument], '', {
    document,
    defaults: {},
    deprecated: true,
    closed: false,
    readOnly: false,
  });
};

/** Distils a document for a catalogue, corrections applied. */
export const derive = (
  document: ApiDocument,
  shelves: ReadonlyMap<Shelf, AreaMap>,
  corrections: readonly Correction[],
): Derived => {
  const documented: Record<string, OperationFacts> = {};
  const missing: string[] = [];
  const fullSchemas = new Map<string, Schema>();
  const shelfOfSchema = new Map<string, Shelf>();
  const catalogue = [...shelves].flatMap(([shelf, { entries }]) =>
    Object.entries(entries).map(([id, { inFull = {} }]) => ({ shelf, id, inFull })),
  );
  for (const { shelf, id, inFull } of catalogue) {
    const operation = document.operations.get(id);
    if (!operation) {
      missing.push(id);
      continue;
    }
    documented[id] = loosen(withRealScopes(distil(document, operation)), inFull);
    for (const [argument, { name }] of Object.entries(inFull)) {
      const schema = fullSchema(document, id, argument);
      if (schema) fullSchemas.set(name, schema);
      // Where both shelves of an area need a schema, it stands on the first.
      if (!shelfOfSchema.has(name)) shelfOfSchema.set(name, shelf);
    }
  }
  const { facts, unneeded } = correct(documented, corrections);
  const full = correctFullSchemas(fullSchemas, corrections);
  const replies = correctReplies(document, corrections);
  const byShelf = new Map<Shelf, Readonly<Record<string, OperationFacts>>>();
  for (const shelf of shelves.keys())
    byShelf.set(
      shelf,
      sorted(
        catalogue.flatMap((entry) => {
          const found = facts[entry.id];
          return entry.shelf === shelf && found ? [[entry.id, found] as const] : [];
        }),
      ),
    );
  const scopes = [...document.operations.values()].flatMap((operation) =>
    documentedScopes(operation).flatMap((all) => all.map((scope) => scopeNames[scope] ?? scope)),
  );
  return {
    byShelf,
    fullSchemas: new Map(
      [...full.schemas].flatMap(([name, schema]) => {
        const shelf = shelfOfSchema.get(name);
        return shelf ? [[name, { shelf, schema }] as const] : [];
      }),
    ),
    replyFields: replyFieldsOf(replies.document, shelves.values()),
    index: indexOf(
      new Map(
        [...shelves].map(
          ([shelf, map]) => [shelf, { ...map, facts: byShelf.get(shelf) ?? {} }] as const,
        ),
      ),
    ),
    operations: sorted(
      [...document.operations.values()].map(({ id, method, path }) => [id, `${method} ${path}`]),
    ),
    scopes: [...new Set(scopes)].toSorted(),
    missing,
    unneeded: [...unneeded, ...full.unneeded, ...replies.unneeded, ...namesNoLongerWrong(document)],
  };
};
