// The shelves of the catalogue: what of an area is read at once. What is needed often stands apart from
// the further ones of their area, so that no start reads what it does not list.
import { type Area, areaNames, areas } from './areas.ts';
import type { AreaMap } from './entry/area-map.ts';
import type { KnownArea } from './known-area.ts';

/** A shelf: an area's own, or `<area>/further` for the operations of an area that are not listed by default. */
export type Shelf = Area | `${Area}/further`;

const known: Readonly<Record<Area, KnownArea>> = areas;

/** The shelves of an area: its own, and the further one where it has one. */
export const shelvesOf = (area: Area): readonly Shelf[] =>
  known[area].further ? [area, `${area}/further`] : [area];

/** Every shelf, in the order in which tools are listed. */
export const shelves: readonly Shelf[] = areaNames.flatMap(shelvesOf);

/** The area that a shelf belongs to. */
export const areaOf = (shelf: Shelf): Area => shelf.replace('/further', '') as Area;

/** The folder of a shelf, from scope-map. */
export const folderOf = (shelf: Shelf): string => `areas/${shelf.replaceAll('_', '-')}`;

/** What stands on a shelf; read when first asked for. */
export const readShelf = async (shelf: Shelf): Promise<AreaMap> => {
  const { load, further = load } = known[areaOf(shelf)];
  return (await (areaOf(shelf) === shelf ? load : further)()).default;
};
