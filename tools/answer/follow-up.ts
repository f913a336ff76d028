// Works out the reads that follow a call: which operation, with which path and query arguments.
import type { Endpoint, FollowUp, Source } from '../../scope-map/endpoint.ts';
import type { OperationId } from '../../scope-map/facts.ts';
import { valuesAt } from '../places.ts';
import type { ApiRequest } from '../request/api-request.ts';
import { buildPath, isPathValue } from '../request/path.ts';
import type { Arguments } from '../tool/tool.ts';

/** One read that a call leads to. */
export interface FollowUpCall {
  readonly operation: OperationId;
  readonly path: Arguments;
  readonly query: Arguments;
}

// At most ten Droplets are made by one call (API description, Droplets).
const mostAtOnce = 10;

/** What a source may stand for; a list at its end gives each of its elements. What cannot be an id is not there. */
const candidates = (source: Source, given: Arguments, reply: unknown): readonly unknown[] =>
  ('argument' in source
    ? valuesAt(given, source.argument)
    : ([source.reply]
        .flat()
        .map((place) => valuesAt(reply, place))
        .find((values) => values.length > 0) ?? [])
  )
    .flat()
    .filter(isPathValue);

type Named = readonly (readonly [string, readonly unknown[]])[];

const nth = (sources: Named, at: number): Arguments =>
  Object.fromEntries(sources.map(([name, values]) => [name, values[at] ?? values[0]]));

/**
 * Every read that a follow-up stands for: one, or several where the call started several things at once (a source
 * with a single value serves all). Empty when an argument is nowhere to be found. Pure.
 * @param given the arguments of the call
 * @param reply its reply's whole body, envelope included
 */
export const followUpCalls = (
  follow: FollowUp,
  given: Arguments,
  reply: unknown,
): readonly FollowUpCall[] => {
  const found = (sources: Readonly<Record<string, Source>>): Named =>
    Object.entries(sources).map(([name, source]) => [name, candidates(source, given, reply)]);
  const path = found(follow.path);
  const query = found(follow.query ?? {});
  const counts = [...path, ...query].map(([, values]) => values.length);
  if (counts.includes(0)) return [];
  return Array.from({ length: Math.min(mostAtOnce, Math.max(1, ...counts)) }, (_, at) => ({
    operation: follow.operation,
    path: nth(path, at),
    query: nth(query, at),
  }));
};

/** The arguments of a follow-up read, as its tool takes them. */
export const argumentsOf = (call: FollowUpCall): Arguments => ({ ...call.path, ...call.query });

/** The request of a follow-up read. */
export const requestOf = (endpoint: Endpoint, call: FollowUpCall): ApiRequest => ({
  method: endpoint.method,
  path: buildPath(endpoint.path, call.path),
  query: Object.entries(call.query).map(([name, value]) => [name, String(value)] as const),
  ...(endpoint.headers && { headers: endpoint.headers }),
});
