// Every endpoint that the server knows: shelf by shelf when it is needed, or all at once.
import type { Area } from './areas.ts';
import type { Endpoint } from './endpoint/endpoint.ts';
import { completeShelf } from './entry/complete.ts';
import { readShelf, type Shelf, shelves, shelvesOf } from './shelves.ts';

/** The endpoints of one shelf, in the order in which their tools are listed; it is read when first asked for. */
export const loadShelf = async (shelf: Shelf): Promise<readonly Endpoint[]> =>
  completeShelf(shelf, await readShelf(shelf));

/** The endpoints of one area, all its shelves. */
export const loadArea = async (area: Area): Promise<readonly Endpoint[]> =>
  (await Promise.all(shelvesOf(area).map(loadShelf))).flat();

/** Every endpoint, in the order of the areas. */
export const loadCatalogue = async (): Promise<readonly Endpoint[]> =>
  (await Promise.all(shelves.map(loadShelf))).flat();
