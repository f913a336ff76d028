// The reads that tell how the work goes that a call has started: one for each thing it works on.
import type { FollowUp } from '../../../scope-map/endpoint.ts';
import { argumentsOf, followUpCalls, requestOf } from '../../../tools/answer/follow-up.ts';
import type { ApiCall } from '../client.ts';
import type { ClientParts } from '../parts.ts';

/**
 * The reads of a follow-up: one, or several when the call started several things at once.
 * Empty when the endpoint is unknown or an argument is nowhere to be found.
 */
export const pollsOf = (
  follow: FollowUp,
  call: ApiCall,
  body: unknown,
  parts: ClientParts,
): readonly ApiCall[] => {
  // A read that watches itself is simply repeated, filters included.
  if (follow.operation === call.endpoint.id) return [call];
  const endpoint = parts.endpointOf(follow.operation);
  if (!endpoint) return [];
  return followUpCalls(follow, call.arguments, body).map((read) => ({
    endpoint,
    arguments: argumentsOf(read),
    request: requestOf(endpoint, read),
  }));
};
