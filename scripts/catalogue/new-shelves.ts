// Gives shelves that are new a file of facts to start from, so that their entries can be read before facts are distilled.
import { existsSync, writeFileSync } from 'node:fs';
import { folderOf, shelves } from '../../scope-map/shelves.ts';

/** The files of facts that are not there yet, as addresses. */
const absentFacts = (): readonly URL[] =>
  shelves
    .map((shelf) => new URL(`../../scope-map/${folderOf(shelf)}/facts.json`, import.meta.url))
    .filter((file) => !existsSync(file));

/** Writes an empty file of facts for every shelf that has none. */
export const startFacts = (): void => {
  for (const file of absentFacts()) writeFileSync(file, '{}\n');
};
