// How people ask for every operation, gathered from the areas that say it; read when tools are first looked for.
import { areaNames, areas } from './areas.ts';
import type { Askings } from './endpoint/asking.ts';
import type { KnownArea } from './known-area.ts';

const known: Readonly<Record<string, KnownArea>> = areas;

/** What all areas say, by operation id. */
export const loadAsked = async (): Promise<Askings> => {
  const parts = await Promise.all(
    areaNames.map(async (area) => (await known[area]?.asked?.())?.asked),
  );
  return Object.assign({}, ...parts);
};
