// The fields that resources in replies have, as trees of names: what `fields` may ask for.
import type { Reply } from '../../scope-map/endpoint.ts';
import type { AreaMap } from '../../scope-map/entry/area-map.ts';
import type { FieldTree, ReplyFields } from '../../scope-map/reply-fields.ts';
import { combine } from './combine.ts';
import { type ApiDocument, isObject, type Json, objectAt } from './document.ts';

/** A reply that holds one thing or a list of them. */
type Held = Extract<Reply, { readonly kind: 'list' | 'object' }>;

/** A schema may hold itself (an app's spec in a deployment in an app); nobody asks for names so deep. */
const deepest = 6;

/** The schema of what a schema is a list of, or itself. */
const elementOf = (document: ApiDocument, schema: unknown): Json => {
  let inner = combine(document, schema);
  while (inner['items'] !== undefined) inner = combine(document, inner['items']);
  return inner;
};

const treeOf = (document: ApiDocument, schema: unknown, depth: number): FieldTree => {
  const { properties } = elementOf(document, schema);
  if (!isObject(properties) || depth === 0) return {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, treeOf(document, inner, depth - 1)]),
  );
};

const resourceOf = (document: ApiDocument, id: string, reply: Held): unknown => {
  const { key } = reply;
  const responses = objectAt(document.operations.get(id)?.definition, 'responses');
  const status = Object.keys(responses).find((one) => /^2\d\d$/.test(one));
  const content = status && objectAt(document.resolve(responses[status]), 'content');
  const { schema } = objectAt(content, 'application/json');
  if (schema === undefined || key === null) return schema;
  const held = key
    .split('.')
    .reduce<unknown>(
      (here, part) => here && objectAt(elementOf(document, here), 'properties')[part],
      schema,
    );
  const isMap = reply.kind === 'list' && reply.map === true;
  return isMap && held ? combine(document, held)['additionalProperties'] : held;
};

/** The fields of every catalogued operation that answers with a list or an object; trees that are the same stand once. */
export const replyFieldsOf = (document: ApiDocument, areas: Iterable<AreaMap>): ReplyFields => {
  const numbers = new Map<string, number>();
  const operations: [string, number][] = [];
  for (const { entries } of areas)
    for (const [id, { reply }] of Object.entries(entries)) {
      if (reply.kind !== 'list' && reply.kind !== 'object') continue;
      const resource = resourceOf(document, id, reply);
      if (resource === undefined) continue;
      const text = JSON.stringify(treeOf(document, resource, deepest));
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      operations.push([id, number]);
    }
  return {
    operations: Object.fromEntries(operations),
    resources: [...numbers.keys()].map((text): FieldTree => JSON.parse(text)),
  };
};
