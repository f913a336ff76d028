// What stands in the lists in which a thing would stand: ids, names, and since when.
import { isObject } from '../../tools/json-object.ts';
import type { Lookout } from '../consequences/look.ts';
import { markOf } from './mark.ts';
import { listsOf, type Read } from './reads.ts';

/** What is known of an element of a list. */
export interface Element {
  readonly ids: readonly string[];
  /** The mark of its name. */
  readonly name: string | undefined;
  readonly created: number;
}

const elementOf = (item: unknown): Element => {
  const { id, uuid, ip, name, created_at: created } = isObject(item) ? item : {};
  const texts = [id, uuid, ip, name].filter(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  return {
    ids: texts.map((text) => encodeURIComponent(String(text))),
    name: typeof name === 'string' ? markOf(name) : undefined,
    created: typeof created === 'string' ? Date.parse(created) : Number.NaN,
  };
};

/** What the lists within a path show. */
export interface Listed {
  readonly elements: readonly Element[];
  readonly isWhole: boolean;
}

/** Reads the lists within a path, as far as they can be read. */
export const listed = async (within: string, looking: Lookout): Promise<Listed> => {
  const parts = await Promise.all(
    listsOf(within).map(async ({ operation, given }: Read): Promise<Listed> => {
      const seen = await looking.look(operation, given);
      if (seen.kind !== 'seen') return { elements: [], isWhole: false };
      const items = await looking.itemsOf(operation, seen.body);
      return { elements: items.map(elementOf), isWhole: seen.isWhole };
    }),
  );
  return {
    elements: parts.flatMap(({ elements }) => elements),
    isWhole: parts.length > 0 && parts.every(({ isWhole }) => isWhole),
  };
};
