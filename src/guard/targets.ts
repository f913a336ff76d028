// The things that a call works on, as its path and query name them.
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { Target } from './decision.ts';

const isName = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '');

/**
 * What the call works on. The path names the thing, from the outside in; a deletion without a thing in its path is
 * about whatever its query matches.
 */
export const targetsOf = ({ places, endpoint }: Tool, given: Arguments): readonly Target[] => {
  const inPath = places.path.length > 0 || endpoint.method !== 'DELETE';
  return (inPath ? places.path : places.query).flatMap((argument) =>
    [given[argument]].flat().flatMap((value) => (isName(value) ? [{ argument, value }] : [])),
  );
};
