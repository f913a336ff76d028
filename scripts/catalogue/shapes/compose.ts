// Makes an OpenAPI document of shapes again, so that whatever reads DigitalOcean's document can read the shapes.
import type {
  Content,
  ParameterShape,
  RequestShape,
  Shapes,
} from '../../../scope-map/shapes/shapes.ts';
import type { Json } from '../document.ts';
import { mapValues } from './content.ts';
import { mapParts } from './parts.ts';

/** References as OpenAPI has them. */
const referring = (schema: Json): Json =>
  typeof schema['$ref'] === 'string'
    ? { $ref: `#/components/schemas/${schema['$ref']}` }
    : mapParts(schema, referring);

const holder = (content: Content): Json => ({
  content: mapValues(content, (schema) => ({ schema: referring(schema) })),
});

const parameterOf = (parameter: ParameterShape): Json => ({
  ...parameter,
  schema: referring(parameter.schema),
});

const operationOf = (id: string, request: RequestShape, { replies }: Shapes): Json => ({
  operationId: id,
  ...(request.servers && { servers: request.servers.map((url) => ({ url })) }),
  security: request.scopes.map((scopes) => ({ bearer_auth: scopes })),
  parameters: (request.parameters ?? []).map((one) =>
    typeof one === 'string' ? { $ref: `#/components/parameters/${one}` } : parameterOf(one),
  ),
  ...(request.body && { requestBody: holder(request.body) }),
  responses: mapValues(replies.operations[id] ?? {}, (content) =>
    typeof content === 'string' ? { $ref: `#/components/responses/${content}` } : holder(content),
  ),
});

/** The document without its words. */
export const documentOf = (shapes: Shapes): Json => {
  const { replies, requests } = shapes;
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, request] of Object.entries(requests.operations)) {
    const item = paths[request.path] ?? {};
    item[request.method.toLowerCase()] = operationOf(id, request, shapes);
    paths[request.path] = item;
  }
  return {
    openapi: '3.0.0',
    paths,
    components: {
      schemas: mapValues({ ...replies.schemas, ...requests.schemas }, referring),
      responses: mapValues(replies.contents, holder),
      parameters: mapValues(requests.parameters, parameterOf),
    },
  };
};
