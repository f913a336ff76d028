// Makes one tool of every endpoint.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { annotationsOf } from './annotations.ts';
import { inputSchemaOf, placesOf } from './input-schema.ts';
import { toolName } from './name.ts';
import type { Tool } from './tool.ts';

/** The tool of one endpoint. */
export const buildTool = (endpoint: Endpoint): Tool => ({
  name: toolName(endpoint),
  title: endpoint.title,
  description: endpoint.description,
  inputSchema: inputSchemaOf(endpoint),
  annotations: annotationsOf(endpoint),
  endpoint,
  facts: endpoint.facts,
  places: placesOf(endpoint),
});

/** The tools of endpoints, in their order. Pure. */
export const buildTools = (catalogue: readonly Endpoint[]): readonly Tool[] =>
  catalogue.map(buildTool);
