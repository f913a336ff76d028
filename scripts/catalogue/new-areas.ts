// Gives areas that are new a file of facts to start from, so that their entries can be read before facts are distilled.
import { existsSync, writeFileSync } from 'node:fs';
import { areaNames } from '../../scope-map/areas.ts';
import { folderOf } from './areas.ts';

/** The files of facts that are not there yet, as addresses. */
const absentFacts = (): readonly URL[] =>
  areaNames
    .map((area) => new URL(`../../scope-map/${folderOf(area)}/facts.json`, import.meta.url))
    .filter((file) => !existsSync(file));

/** Writes an empty file of facts for every area that has none. */
export const startFacts = (): void => {
  for (const file of absentFacts()) writeFileSync(file, '{}\n');
};
