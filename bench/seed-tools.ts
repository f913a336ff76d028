// The tools of the 48 endpoints that the catalogue began with, whose list has a budget of its own.
import { seed } from '../scope-map/core.ts';
import { operationIndex } from '../scope-map/operation-index.ts';

/** Tool names, in the order of the catalogue. */
export const seedTools: readonly string[] = seed.map((id) => operationIndex[id].name);
