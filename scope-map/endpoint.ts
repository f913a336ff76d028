// The types of an endpoint, for the rooms that work with it.

export type { Behaviour } from './endpoint/behaviour.ts';
export type { Condition, Requirement, When } from './endpoint/condition.ts';
export type { Demand } from './endpoint/demand.ts';
export type { Disclosure } from './endpoint/disclosure.ts';
export type { Cost, Effect, Method } from './endpoint/effect.ts';
export type { Endpoint } from './endpoint/endpoint.ts';
export type { OperationFacts, Schema } from './endpoint/facts.ts';
export type { FieldPath } from './endpoint/field-path.ts';
export type { FollowUp, Source } from './endpoint/follow-up.ts';
export type { FullSchema } from './endpoint/full-schema.ts';
export type { Afterwards, LifeCycle } from './endpoint/life-cycle.ts';
export type { Passing, SpecialLimit } from './endpoint/passing.ts';
export type { Column, Paging, Reply, View } from './endpoint/reply.ts';
export type { Rule } from './endpoint/rule.ts';
export type { Hint, Note } from './endpoint/traits.ts';
export type { Words } from './endpoint/words.ts';
