// What an argument of a job may be, read from the account.
import type { OperationId } from '../../scope-map/operation-id.ts';
import { isObject } from '../../tools/json-object.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { Reads } from '../road/reads.ts';

interface Source {
  readonly operation: OperationId;
  readonly given: Arguments;
  /** Fields of an item that are values, in the order in which they are offered. */
  readonly fields: readonly string[];
}

const sources = {
  region: { operation: 'regions_list', given: {}, fields: ['slug'] },
  size: { operation: 'sizes_list', given: {}, fields: ['slug'] },
  image: { operation: 'images_list', given: { type: 'distribution' }, fields: ['slug'] },
  droplet: { operation: 'droplets_list', given: {}, fields: ['id'] },
  project: { operation: 'projects_list', given: {}, fields: ['id'] },
} as const satisfies Readonly<Record<string, Source>>;

/** A kind of value that the account tells. */
export type ValueKind = keyof typeof sources;

/** As many are looked through; clients are offered a hundred. */
const lookedAt = 200;

const itemsIn = (text: string): readonly unknown[] => {
  const answer: unknown = JSON.parse(text);
  return isObject(answer) && Array.isArray(answer['items']) ? answer['items'] : [];
};

/** The values of a kind that begin with what was typed; none where they may not be read, or cannot be now. */
export const valuesOf = async (
  kind: ValueKind,
  typed: string,
  reads: Reads,
): Promise<readonly string[]> => {
  const { operation, given, fields }: Source = sources[kind];
  const outcome = await reads.read(operation, { ...given, fields, max_items: lookedAt });
  if (!outcome?.ok) return [];
  const values = itemsIn(outcome.text).flatMap((item) =>
    isObject(item) ? fields.map((field) => item[field]) : [],
  );
  return values
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map(String)
    .filter((value) => value.toLowerCase().startsWith(typed.toLowerCase()));
};
