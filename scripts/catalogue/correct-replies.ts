// Puts what replies hold under the keys that they really have, where the document names others.
import type { Correction } from '../../scope-map/corrections/correction.ts';
import { combine } from './combine.ts';
import { successOf } from './distil.ts';
import { type ApiDocument, isObject, type Operation, objectAt } from './document.ts';

interface Move {
  readonly documented: string | null;
  readonly is: string;
}

/** Undefined where the document has it right by now. */
const moved = (
  document: ApiDocument,
  operation: Operation,
  { documented, is }: Move,
): Operation | undefined => {
  const { definition } = operation;
  const status = String(successOf(operation));
  const response = document.resolve(objectAt(definition, 'responses')[status]);
  const { schema } = objectAt(objectAt(response, 'content'), 'application/json');
  if (!isObject(schema)) return undefined;
  const properties = objectAt(combine(document, schema), 'properties');
  const held = documented === null ? schema : properties[documented];
  if (properties[is] !== undefined || held === undefined) return undefined;
  const content = {
    'application/json': { schema: { type: 'object', properties: { [is]: held } } },
  };
  const responses = { ...objectAt(definition, 'responses'), [status]: { ...response, content } };
  return { ...operation, definition: { ...definition, responses } };
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
    if (change.kind !== 'reply') continue;
    for (const id of ids) {
      const operation = operations.get(id);
      if (!operation) continue;
      const after = moved(document, operation, change);
      if (after) operations.set(id, after);
      else
        unneeded.push(
          `the correction of the reply of ${id} (${why}) changes nothing: the document is right now, so take it out`,
        );
    }
  }
  return { document: { ...document, operations }, unneeded };
};
