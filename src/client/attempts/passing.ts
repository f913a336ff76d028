// Which refusals of a call are worth waiting for, given what this client has done before.
import type { Passing } from '../../../scope-map/endpoint.ts';
import type { ApiCall } from '../client.ts';
import type { JustCreated } from './just-created.ts';

/**
 * The passing refusals that apply to a call. A 404 passes only for what this client created itself a moment ago:
 * otherwise every wrong id would be waited for.
 */
export const lookUpPassing = (
  call: ApiCall,
  created: JustCreated,
  now: number,
): readonly Passing[] =>
  (call.endpoint.passing ?? []).filter(
    ({ status, within }) =>
      ![status].flat().includes(404) || created.names(call.request, within, now),
  );
