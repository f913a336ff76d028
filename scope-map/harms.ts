// What every destroying operation takes with it, told beside the entries of its area; read when such a call is looked at.
import type { Area } from './areas.ts';
import type { Harm, Harmless, Harms } from './endpoint/harm.ts';

/** How the harms of an area are read. */
export const harmsByArea: Readonly<
  Partial<Record<Area, () => Promise<{ readonly harms: Harms }>>>
> = {
  droplets: () => import('./areas/droplets/harms.ts'),
  volumes: () => import('./areas/volumes/harms.ts'),
};

/** What an operation takes with it; undefined where nothing is told of it. */
export const harmOf = async (area: Area, operation: string): Promise<Harm | Harmless | undefined> =>
  (await harmsByArea[area]?.())?.harms[operation];
