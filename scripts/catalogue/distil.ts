// Distils the facts of one operation from the document, before any correction.
import type { Method } from '../../scope-map/endpoint.ts';
import type { OperationFacts, Schema } from '../../scope-map/facts.ts';
import { type ApiDocument, type Json, listAt, type Operation, objectAt } from './document.ts';
import { type Defaults, flatten } from './flatten.ts';

/** Paging is the client's own work; these parameters are no arguments of any tool. */
const paging = ['page', 'per_page'];

const jsonBody = (document: ApiDocument, operation: Operation): unknown => {
  const { requestBody } = operation.definition;
  if (requestBody === undefined) return undefined;
  return objectAt(objectAt(document.resolve(requestBody), 'content'), 'application/json')['schema'];
};

/** The status of success that the document names first. */
export const successOf = (operation: Operation): number => {
  const code = Object.keys(objectAt(operation.definition, 'responses')).find((one) =>
    /^2\d\d$/.test(one),
  );
  return Number(code ?? 200);
};

/** Scopes as the document lists them: one alternative per security requirement. */
export const documentedScopes = (operation: Operation): readonly (readonly string[])[] =>
  listAt(operation.definition, 'security').map((requirement) =>
    Object.values(requirement as Json).flatMap((scopes) =>
      (scopes as readonly unknown[]).map(String),
    ),
  );

/** The facts of one operation as documented. Header parameters are left out: requests are always JSON. */
export const distil = (document: ApiDocument, operation: Operation): OperationFacts => {
  const defaults: Defaults = {};
  const flattening = { document, defaults, deprecated: false, closed: true, readOnly: false };
  const inputs = (place: string): readonly { name: string; required: boolean; schema: Schema }[] =>
    operation.parameters.flatMap((parameter) => {
      const name = String(parameter['name']);
      if (parameter['in'] !== place || paging.includes(name)) return [];
      const schema = flatten(parameter['schema'], name, { ...flattening, readOnly: true });
      return schema ? [{ name, required: parameter['required'] === true, schema }] : [];
    });
  const query = inputs('query');
  const body = jsonBody(document, operation);
  return {
    method: operation.method as Method,
    path: operation.path,
    scopes: documentedScopes(operation),
    pathArguments: Object.fromEntries(inputs('path').map(({ name, schema }) => [name, schema])),
    query: {
      properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
      required: query.filter(({ required }) => required).map(({ name }) => name),
    },
    body: body === undefined ? null : (flatten(body, '', flattening) ?? null),
    defaults,
  };
};
