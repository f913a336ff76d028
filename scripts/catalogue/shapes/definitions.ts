// Stores every definition once: schemas that say the same become references to one of them.
import type { Json } from '../document.ts';
import { mapParts, type Part, partsOf } from './parts.ts';

/** Definitions by name. */
export type Definitions = Readonly<Record<string, Json>>;

/** Shorter schemas are cheaper to repeat than to name. */
const worthNaming = 120;

/** The names of definitions that schemas refer to, directly. */
const referencesIn = (schema: Json): readonly string[] => {
  const { $ref } = schema;
  return typeof $ref === 'string'
    ? [$ref]
    : partsOf(schema).flatMap(([, part]) => referencesIn(part));
};

/** Every definition that schemas need, and those that these need. */
export const reachedFrom = (
  schemas: Iterable<Json>,
  definitions: Definitions,
): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open = [...schemas].flatMap(referencesIn);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...referencesIn(definitions[name] ?? {}));
  }
  return reached;
};

/** What is there once. */
export interface Shared {
  readonly definitions: Definitions;
  /** Puts references where a schema repeats a definition. */
  readonly share: (schema: Json) => Json;
}

/** Texts of schemas with the name of the one definition that says it. */
const nameRepeated = (definitions: Definitions, uses: readonly Part[]): Map<string, string> => {
  const named = new Map<string, string>();
  for (const [name, schema] of Object.entries(definitions)) {
    const text = JSON.stringify(schema);
    if (text.length >= worthNaming && !named.has(text)) named.set(text, name);
  }
  const places = new Map<string, string>();
  const taken = new Set(Object.keys(definitions));
  const see = ([place, schema]: Part): void => {
    for (const [inner, part] of partsOf(schema)) see([`${place}_${inner}`, part]);
    const text = JSON.stringify(schema);
    if (text.length < worthNaming || named.has(text)) return;
    const first = places.get(text);
    if (first === undefined) {
      places.set(text, place);
      return;
    }
    let name = first;
    for (let count = 2; taken.has(name); count += 1) name = `${first}_${count}`;
    taken.add(name);
    named.set(text, name);
  };
  for (const use of [...Object.entries(definitions), ...uses]) see(use);
  return named;
};

/**
 * Finds schemas that stand in several places, names them (after the definition that they equal, or else after the
 * first place), and refers to them everywhere.
 * @param uses Schemas outside the definitions, with names for their places.
 */
export const shareDefinitions = (definitions: Definitions, uses: readonly Part[]): Shared => {
  const named = nameRepeated(definitions, uses);
  const share = (schema: Json): Json => {
    const name = named.get(JSON.stringify(schema));
    return name === undefined ? mapParts(schema, share) : { $ref: name };
  };
  const all = new Map<string, Json>(Object.entries(definitions));
  for (const [text, name] of named) if (!all.has(name)) all.set(name, JSON.parse(text));
  return {
    definitions: Object.fromEntries(
      [...all].map(([name, schema]) => [
        name,
        named.get(JSON.stringify(schema)) === name ? mapParts(schema, share) : share(schema),
      ]),
    ),
    share,
  };
};
