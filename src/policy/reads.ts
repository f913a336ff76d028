// Which read tells what a thing is: the one whose path ends with the thing's id.
import type { Area } from '../../scope-map/areas.ts';
import { operationIndex } from '../../scope-map/operation-index.ts';

/** The read of one thing. */
export interface ReadOfThing {
  readonly operation: string;
  readonly area: Area;
  /** The argument that names the thing. */
  readonly argument: string;
}

const endsWithArgument = /^[^{}]*\{([^{}]+)\}$/;

const readsByPath = (): ReadonlyMap<string, ReadOfThing> =>
  new Map(
    Object.entries(operationIndex).flatMap(([operation, { method, path, area }]) => {
      const argument = method === 'GET' ? endsWithArgument.exec(path)?.[1] : undefined;
      return argument === undefined ? [] : [[path, { operation, area, argument }] as const];
    }),
  );

const reads = readsByPath();

/** The part of a path up to its first argument: the thing that everything behind it belongs to. */
export const outermost = (
  path: string,
): { readonly path: string; readonly argument: string } | undefined => {
  const found = /^[^{}]*\{([^{}]+)\}/.exec(path);
  return found?.[1] === undefined ? undefined : { path: found[0], argument: found[1] };
};

/** The read of the thing at a path that ends with its id. */
export const readAt = (path: string): ReadOfThing | undefined => reads.get(path);

/** The read of things of an area; where it has several, the one with the shortest path. */
export const readOf = (area: Area): ReadOfThing | undefined =>
  [...reads.entries()]
    .filter(([, read]) => read.area === area)
    .toSorted(([a], [b]) => a.length - b.length)[0]?.[1];
