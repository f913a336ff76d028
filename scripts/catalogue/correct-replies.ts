// Mends replies: the keys that they really have, and the reply of another operation where the document forgets fields.
import type { Change, Correction } from '../../scope-map/corrections/correction.ts';
import { combine } from './combine.ts';
import { successOf } from './distil.ts';
import { type ApiDocument, isObject, type Operation, objectAt } from './document.ts';

/** The documented reply of a success: its status, its response, and the schema in it. */
const replyOf = (document: ApiDocument, operation: Operation) => {
  const status = String(successOf(operation));
  const response = document.resolve(objectAt(operation.definition, 'responses')[status]);
  const { schema } = objectAt(objectAt(response, 'content'), 'application/json');
  return { status, response, schema };
};

/** The operation with another schema for its reply. */
const answering = (document: ApiDocument, operation: Operation, schema: unknown): Operation => {
  const { definition } = operation;
  const { status, response } = replyOf(document, operation);
  const content = { 'application/json': { schema } };
  const responses = { ...objectAt(definition, 'responses'), [status]: { ...response, content } };
  return { ...operation, definition: { ...definition, responses } };
};

type Of<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/** Undefined where the document has it right by now. */
const moved = (
  document: ApiDocument,
  operation: Operation,
  { documented, is }: Of<'reply'>,
): Operation | undefined => {
  const { schema } = replyOf(document, operation);
  if (!isObject(schema)) return undefined;
  const properties = objectAt(combine(document, schema), 'properties');
  const held = documented === null ? schema : properties[documented];
  if (properties[is] !== undefined || held === undefined) return undefined;
  return answering(document, operation, { type: 'object', properties: { [is]: held } });
};

/** Undefined where both are documented alike by now. */
const likened = (
  document: ApiDocument,
  operation: Operation,
  change: Of<'reply_like'>,
): Operation | undefined => {
  const other = document.operations.get(change.operation);
  if (!other) return undefined;
  const { schema } = replyOf(document, other);
  const own = replyOf(document, operation).schema;
  if (schema === undefined || JSON.stringify(own) === JSON.stringify(schema)) return undefined;
  return answering(document, operation, schema);
};

/** A document whose replies are corrected, and a sentence for each correction that is no longer needed. */
export interface CorrectedReplies {
  readonly document: ApiDocument;
  readonly unneeded: readonly string[];
}

/** Applies the corrections of replies; all others are left alone. */
export const correctReplies = (
  document: ApiDocument,
  corrections: readonly Correction[],
): CorrectedReplies => {
  const operations = new Map(document.operations);
  const unneeded: string[] = [];
  for (const { operations: ids, change, why } of corrections) {
    if (change.kind !== 'reply' && change.kind !== 'reply_like') continue;
    for (const id of ids) {
      const operation = operations.get(id);
      if (!operation) continue;
      const after =
        change.kind === 'reply'
          ? moved(document, operation, change)
          : likened(document, operation, change);
      if (after) operations.set(id, after);
      else
        unneeded.push(
          `the correction of the reply of ${id} (${why}) changes nothing: the document is right now, so take it out`,
        );
    }
  }
  return { document: { ...document, operations }, unneeded };
};
