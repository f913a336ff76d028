// Checks the arguments that a tool shows as one loose object, by their full schemas.

import type { Schema } from '../../scope-map/facts.ts';
import type { Arguments, Tool } from '../tool/tool.ts';
import { firstFew, refused, type Validated } from './problems.ts';
import { read } from './reading.ts';
import { checkAgainst, type SchemaCheck } from './schema-check.ts';
import { sentenceOf } from './wording.ts';

/** Reads and checks the arguments that the tool shows loosely. */
export type FullCheck = (given: Arguments) => Promise<Validated>;

/** An input schema of a tool with the arguments that it shows loosely spelled out; the same where there are none. */
export const wholeSchemaOf = async (
  { endpoint }: Tool,
  schema: Tool['inputSchema'],
): Promise<Tool['inputSchema']> => {
  const loose = Object.entries(endpoint.inFull ?? {}).filter(([name]) =>
    Object.hasOwn(schema.properties, name),
  );
  if (loose.length === 0) return schema;
  const full = await Promise.all(
    loose.map(async ([name, { read: readIt }]) => [name, await readIt()] as const),
  );
  return { ...schema, properties: { ...schema.properties, ...Object.fromEntries(full) } };
};

/** A check of one tool's loose arguments; their schemas are read when they are first given. */
export const createFullCheck = (tool: Tool): FullCheck => {
  const known = new Map<string, { readonly schema: Schema; readonly check: SchemaCheck }>();
  const knownFor = async (full: { readonly name: string; read(): Promise<Schema> }) => {
    const before = known.get(full.name);
    if (before) return before;
    const schema = await full.read();
    const made = { schema, check: checkAgainst(schema) };
    known.set(full.name, made);
    return made;
  };
  return async (given) => {
    const checked: Record<string, unknown> = { ...given };
    const sentences: string[] = [];
    let total = 0;
    for (const [argument, full] of Object.entries(tool.endpoint.inFull ?? {})) {
      if (given[argument] === undefined) continue;
      const { schema, check } = await knownFor(full);
      checked[argument] = read(given[argument], schema);
      const issues = check(checked[argument]);
      total += issues.length;
      for (const issue of firstFew(issues))
        sentences.push(
          sentenceOf({ ...issue, path: [argument, ...issue.path] }, checked, {
            properties: { [argument]: schema },
          }),
        );
    }
    return total > 0 ? refused(sentences, total) : { ok: true, arguments: checked };
  };
};
