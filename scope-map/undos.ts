// How changes are put back, area by area; an area's part is read when one of its operations is called.
import type { Area } from './areas.ts';
import type { NoUndo, Undo, Undos } from './endpoint/undo.ts';

const known: Readonly<Partial<Record<Area, () => Promise<{ readonly undos: Undos }>>>> = {
  domains: () => import('./areas/domains/undo.ts'),
  firewalls: () => import('./areas/firewalls/undo.ts'),
  tags: () => import('./areas/tags/undo.ts'),
};

/** How the changing operations of an area are put back; empty for an area that only reads. */
export const loadUndos = async (area: Area): Promise<Undos> => (await known[area]?.())?.undos ?? {};

/** How an operation is put back; undefined where nothing is told of it. */
export const undoOf = async (area: Area, operation: string): Promise<Undo | NoUndo | undefined> =>
  (await loadUndos(area))[operation];
