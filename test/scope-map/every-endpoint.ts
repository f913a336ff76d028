// Every endpoint at once, for tests that walk the whole catalogue.
import { loadCatalogue } from '../../scope-map/catalogue.ts';
import type { Endpoint } from '../../scope-map/endpoint.ts';

/** Every endpoint, in the order of the areas. */
export const catalogue = await loadCatalogue();

/** The endpoint with this operation id; undefined when the catalogue has none. */
export const findEndpoint = (id: string): Endpoint | undefined =>
  catalogue.find((entry) => entry.id === id);
