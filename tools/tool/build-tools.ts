// Makes one tool of every endpoint.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { facts as distilled, type OperationFacts } from '../../scope-map/facts.ts';
import { annotationsOf } from './annotations.ts';
import { inputSchemaOf, placesOf } from './input-schema.ts';
import { toolName } from './name.ts';
import type { Tool } from './tool.ts';

/** One tool from one endpoint and its facts. */
export const buildTool = (endpoint: Endpoint, facts: OperationFacts): Tool => ({
  name: toolName(endpoint),
  title: endpoint.title,
  description: endpoint.description,
  inputSchema: inputSchemaOf(endpoint, facts),
  annotations: annotationsOf(endpoint),
  endpoint,
  facts,
  places: placesOf(endpoint, facts),
});

/** The tools of a catalogue, in its order, with the facts that come with this package. Pure. */
export const buildTools = (catalogue: readonly Endpoint[]): readonly Tool[] =>
  catalogue.map((endpoint) => buildTool(endpoint, distilled[endpoint.id]));
