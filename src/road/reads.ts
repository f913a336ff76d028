// Reads that are not calls of a model: for a resource, or to complete an argument. They go down the road of every call.
import type { OperationId } from '../../scope-map/operation-id.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { CallContext } from '../client/client.ts';
import type { Guard } from '../guard/guard.ts';
import { callTool, type Outcome } from './call-tool.ts';
import type { Caller } from './caller.ts';
import type { CallRoad } from './stages.ts';

/** What one caller may read at one moment. */
export interface Reads {
  readonly caller: Caller;
  readonly guard: Guard;
  readonly road: CallRoad;
  /** Whether the tool of an operation may be used at all. */
  serves(operation: OperationId): boolean;
  /** Calls the tool of an operation that reads; undefined where it is not one, or is not served. */
  read(operation: OperationId, given: Arguments): Promise<Outcome | undefined>;
}

/**
 * The reads of a caller, by the rights that it has now.
 * @param options `arePart`: they belong to a call that was counted already.
 */
export const readsOf = async (
  road: CallRoad,
  caller: Caller,
  context: CallContext,
  { arePart = false } = {},
): Promise<Reads> => {
  const guard = await caller.guard();
  const outlines = new Map(road.box.outlines.map((outline) => [outline.id, outline]));
  const serves = (operation: OperationId): boolean => {
    const outline = outlines.get(operation);
    return outline !== undefined && !guard.refusalOf(outline);
  };
  return {
    caller,
    guard,
    road,
    serves,
    read: async (operation, given) => {
      const tool = serves(operation) ? await road.box.forOperation(operation) : undefined;
      if (tool?.endpoint.effect !== 'read') return undefined;
      const outcome = await callTool({
        tool,
        raw: given,
        caller,
        person: { kind: 'unreachable' },
        through: 'read',
        isPart: arePart,
        context,
        road,
      });
      // Nobody is there to be shown a question.
      return 'ok' in outcome ? outcome : undefined;
    },
  };
};
