// Reads every area of the scope map with its corrections, as the catalogue command needs them.
import { existsSync } from 'node:fs';
import { type Area, areaNames, areas } from '../../scope-map/areas.ts';
import type { Correction } from '../../scope-map/corrections/correction.ts';
import type { AreaMap } from '../../scope-map/entry/area-map.ts';

/** The folder of an area, from scope-map. */
export const folderOf = (area: Area): string => `areas/${area.replaceAll('_', '-')}`;

/** Every area as its folder tells it, whether or not its facts are complete. */
export const readAreas = async (): Promise<ReadonlyMap<Area, AreaMap>> =>
  new Map(
    await Promise.all(
      areaNames.map(async (area) => [area, (await areas[area].load()).default] as const),
    ),
  );

/** The corrections of all areas, in the order of the areas. An area without any has no file for them. */
export const readCorrections = async (): Promise<readonly Correction[]> => {
  const files = areaNames
    .map((area) => new URL(`../../scope-map/${folderOf(area)}/corrections.ts`, import.meta.url))
    .filter((file) => existsSync(file));
  const modules = await Promise.all(
    files.map(
      (file): Promise<{ readonly corrections: readonly Correction[] }> => import(file.href),
    ),
  );
  return modules.flatMap(({ corrections }) => corrections);
};
