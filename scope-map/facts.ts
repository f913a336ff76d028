// The types of distilled facts, for the rooms that work with schemas.
export type { OperationFacts, Schema } from './endpoint/facts.ts';
export type { OperationId } from './operation-id.ts';
