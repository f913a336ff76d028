// Which reads tell whether a thing is still there: that of its path, and the list in which it would stand.
import type { OperationId } from '../../scope-map/operation-id.ts';
import { type IndexEntry, operationIndex } from '../../scope-map/operation-index.ts';
import type { Arguments } from '../../tools/tool/tool.ts';

/** A read with its arguments. */
export interface Read {
  readonly operation: OperationId;
  readonly given: Arguments;
}

interface Row extends Pick<IndexEntry, 'parameters'> {
  readonly operation: OperationId;
  readonly steps: readonly string[];
}

const rowsOf = (): readonly Row[] =>
  (Object.entries(operationIndex) as readonly (readonly [OperationId, IndexEntry])[])
    .filter(([, { method }]) => method === 'GET')
    .map(([operation, { path, parameters }]) => ({
      operation,
      parameters,
      steps: path.replace(/^\/v2\//, '').split('/'),
    }));

const argumentIn = (step: string): string | undefined => /^\{(.+)\}$/.exec(step)?.[1];

const asArgument = (text: string, type: string | undefined): unknown =>
  type === 'integer' ? Number(text) : decodeURIComponent(text);

const matched = ({ steps, parameters }: Row, path: readonly string[]): Arguments | undefined => {
  if (steps.length !== path.length) return undefined;
  const given: Record<string, unknown> = {};
  for (const [index, step] of steps.entries()) {
    const value = path[index] ?? '';
    const argument = argumentIn(step);
    if (argument === undefined) {
      if (step !== value) return undefined;
    } else given[argument] = asArgument(value, parameters[argument]);
  }
  return given;
};

const rows = rowsOf();

/** The read at a path; a path in plain words is meant before one with arguments in it. */
const readAt = (path: string): Read | undefined => {
  const steps = path.split('/');
  const found = rows.flatMap((row) => {
    const given = matched(row, steps);
    return given ? [{ operation: row.operation, given }] : [];
  });
  return found.toSorted((a, b) => Object.keys(a.given).length - Object.keys(b.given).length)[0];
};

/** Things whose own read needs more than their path tells. */
const notByItself = /^nfs\//;

/** The read that shows a thing; undefined where there is none. */
export const readOfThing = (thing: string): Read | undefined =>
  notByItself.test(thing) ? undefined : readAt(thing);

/** The reads that list what stands within a path; more than one where a list leaves kinds out. */
export const listsOf = (within: string): readonly Read[] => {
  const list = readAt(within);
  if (!list) return [];
  return within === 'droplets' ? [list, { ...list, given: { type: 'gpus' } }] : [list];
};
