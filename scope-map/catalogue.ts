// Every endpoint that the server knows: area by area when it is needed, or all at once.
import { type Area, areaNames, areas } from './areas.ts';
import type { Endpoint } from './endpoint/endpoint.ts';
import { completeArea } from './entry/complete.ts';

/** The endpoints of one area, in the order in which its tools are listed; the area is read when first asked for. */
export const loadArea = async (area: Area): Promise<readonly Endpoint[]> =>
  completeArea(area, (await areas[area].load()).default);

/** Every endpoint, in the order of the areas. */
export const loadCatalogue = async (): Promise<readonly Endpoint[]> =>
  (await Promise.all(areaNames.map(loadArea))).flat();
