// Works out which reads tell how the work goes that a call has started: one for each thing it works on.
import type { FollowUp, Source } from '../../../scope-map/endpoint.ts';
import { buildPath } from '../../../tools/request/path.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';
import { valuesAt } from '../../../tools/values-at.ts';
import type { ApiCall } from '../client.ts';
import type { ClientParts } from '../parts.ts';

// At most ten Droplets are made by one call (API description, Droplets).
const mostAtOnce = 10;

/** What a source may stand for; a list at its end gives each of its elements. */
const candidates = (source: Source, given: Arguments, body: unknown): readonly unknown[] =>
  ('argument' in source ? valuesAt(given, source.argument) : valuesAt(body, source.reply))
    .flat()
    .filter((value) => value !== '');

/** The n-th values of all sources; a source with a single value serves all. */
const combine = (
  sources: readonly (readonly [string, readonly unknown[]])[],
): readonly Arguments[] => {
  if (sources.some(([, values]) => values.length === 0)) return [];
  const number = Math.min(mostAtOnce, Math.max(1, ...sources.map(([, values]) => values.length)));
  return Array.from({ length: number }, (_, at) =>
    Object.fromEntries(sources.map(([name, values]) => [name, values[at] ?? values[0]])),
  );
};

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
  const inQuery = Object.keys(follow.query ?? {});
  const sources = Object.entries({ ...follow.path, ...follow.query }).map(
    ([name, source]) => [name, candidates(source, call.arguments, body)] as const,
  );
  return combine(sources).map((given) => ({
    endpoint,
    tool: parts.toolOf(endpoint),
    arguments: given,
    request: {
      method: endpoint.method,
      path: buildPath(endpoint.path, given),
      query: inQuery.map((name) => [name, String(given[name])] as const),
      ...(endpoint.headers && { headers: endpoint.headers }),
    },
  }));
};
