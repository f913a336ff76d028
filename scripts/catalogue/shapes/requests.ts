// What operations take: method, path, scopes, parameters and body, as documented.
import type {
  ParameterShape,
  RequestShape,
  RequestShapes,
} from '../../../scope-map/shapes/shapes.ts';
import { documentedScopes } from '../distil.ts';
import type { ApiDocument, Json, Operation } from '../document.ts';
import { bareSchema } from './bare-schema.ts';
import { byName, contentOf, mapValues, nameOf, placesIn } from './content.ts';

/** Requests without the definitions that they refer to. */
export type Requests = Pick<RequestShapes, 'operations' | 'parameters'>;

const parameterOf = (raw: Json): ParameterShape => ({
  name: String(raw['name']),
  in: String(raw['in']),
  ...(raw['required'] === true && { required: true as const }),
  schema: bareSchema(raw['schema']),
});

const requestOf = (
  document: ApiDocument,
  operation: Operation,
  shared: Map<string, ParameterShape>,
): RequestShape => {
  const { definition, method, path, servers } = operation;
  const parameters = operation.namedParameters.map((raw) => {
    const parameter = parameterOf(document.resolve(raw));
    const name = nameOf(raw);
    if (name === undefined) return parameter;
    shared.set(name, parameter);
    return name;
  });
  const { requestBody } = definition;
  return {
    method,
    path,
    ...(servers.length > 0 && { servers }),
    scopes: documentedScopes(operation),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody !== undefined && { body: contentOf(document.resolve(requestBody)) }),
  };
};

/** Reads the inputs of every operation. */
export const readRequests = (document: ApiDocument): Requests => {
  const parameters = new Map<string, ParameterShape>();
  const operations = byName(
    [...document.operations.values()].map((one) => [one.id, requestOf(document, one, parameters)]),
  );
  return { operations, parameters: byName(parameters) };
};

/** Every schema in requests, with a name for its place. */
export const schemasOfRequests = (requests: Requests): readonly (readonly [string, Json])[] => [
  ...Object.entries(requests.parameters).map(([name, { schema }]) => [name, schema] as const),
  ...Object.entries(requests.operations).flatMap(([id, { body = {}, parameters = [] }]) => [
    ...placesIn(`${id}_body`, body),
    ...parameters.flatMap((one) =>
      typeof one === 'string' ? [] : [[`${id}_${one.name}`, one.schema] as const],
    ),
  ]),
];

/** The same requests with every schema changed. */
export const mapRequests = (requests: Requests, change: (schema: Json) => Json): Requests => {
  const changed = (one: ParameterShape): ParameterShape => ({ ...one, schema: change(one.schema) });
  return {
    operations: mapValues(requests.operations, ({ body, parameters, ...facts }) => ({
      ...facts,
      ...(parameters && {
        parameters: parameters.map((one) => (typeof one === 'string' ? one : changed(one))),
      }),
      ...(body && { body: mapValues(body, change) }),
    })),
    parameters: mapValues(requests.parameters, changed),
  };
};
