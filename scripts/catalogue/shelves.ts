// Reads every shelf of the scope map with its corrections, as the catalogue command needs them.
import { existsSync } from 'node:fs';
import type { Correction } from '../../scope-map/corrections/correction.ts';
import type { AreaMap } from '../../scope-map/entry/area-map.ts';
import { folderOf, readShelf, type Shelf, shelves } from '../../scope-map/shelves.ts';

/** Every shelf as its folder tells it, whether or not its facts are complete. */
export const readShelves = async (): Promise<ReadonlyMap<Shelf, AreaMap>> =>
  new Map(
    await Promise.all(shelves.map(async (shelf) => [shelf, await readShelf(shelf)] as const)),
  );

/** The corrections of all shelves, in their order. A shelf without any has no file for them. */
export const readCorrections = async (): Promise<readonly Correction[]> => {
  const files = shelves
    .map((shelf) => new URL(`../../scope-map/${folderOf(shelf)}/corrections.ts`, import.meta.url))
    .filter((file) => existsSync(file));
  const modules = await Promise.all(
    files.map(
      (file): Promise<{ readonly corrections: readonly Correction[] }> => import(file.href),
    ),
  );
  return modules.flatMap(({ corrections }) => corrections);
};
