// A tool as a client sees it, and the endpoint behind it.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { OperationFacts, Schema } from '../../scope-map/facts.ts';

/** The JSON Schema of a tool's arguments: one flat closed object, every property described. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

/** MCP's hints about a tool; all four are always given. */
export interface Annotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** Where an argument of a tool travels in the request; what is not listed shapes the answer instead. */
export interface ArgumentPlaces {
  readonly path: readonly string[];
  readonly query: readonly string[];
  /** Argument name to body field name; they differ only where a body field collides with a path field. */
  readonly body: Readonly<Record<string, string>>;
}

/** One tool, generated from one endpoint. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** As it is offered; calls are checked against `checkedSchemaOf(endpoint)`, which may be finer. */
  readonly inputSchema: InputSchema;
  readonly annotations: Annotations;
  readonly endpoint: Endpoint;
  readonly facts: OperationFacts;
  readonly places: ArgumentPlaces;
}

/** The arguments of a call, after validation. */
export type Arguments = Readonly<Record<string, unknown>>;
