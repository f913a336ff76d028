// The reads that tell how the work goes that a call has started: one for each thing it works on.
import type { FollowUp } from '../../../scope-map/endpoint.ts';
import { argumentsOf, followUpCalls } from '../../../tools/answer/follow-up.ts';
import type { ApiCall, CallContext } from '../client.ts';

/**
 * The reads of a follow-up: one, or several when the call started several things at once; undefined where the
 * caller's guard lets none through. Empty when an argument is nowhere to be found.
 */
export const pollsOf = async (
  follow: FollowUp,
  call: ApiCall,
  body: unknown,
  context: CallContext,
): Promise<readonly (ApiCall | undefined)[]> => {
  // A read that watches itself is simply repeated, filters included.
  if (follow.operation === call.endpoint.id) return [call];
  return Promise.all(
    followUpCalls(follow, call.arguments, body).map(async (read) =>
      context.permits?.(read.operation, argumentsOf(read)),
    ),
  );
};
