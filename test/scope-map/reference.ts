// Reads DigitalOcean's reference documents where they stand beside the repository; tests that need them skip otherwise.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = (name: string): string =>
  fileURLToPath(new URL(`../../../shared/do-api/${name}`, import.meta.url));

/** Path of DigitalOcean's OpenAPI document, as it would be given to the catalogue command. */
export const documentPath = place('openapi.json');

/** Path of the list of scopes. */
export const scopeListPath = place('scopes.json');

/** Path of the list of endpoints that must never be missing. */
export const seedPath = place('seed-catalogue.csv');

/** Whether the reference documents are there. */
export const hasReference = [documentPath, scopeListPath, seedPath].every((path) =>
  existsSync(path),
);

/** Said in the name of a skipped group. */
export const absence = hasReference ? '' : ' (skipped: ../shared/do-api is not there)';

/** The parsed OpenAPI document. */
export const readDocument = (): unknown => JSON.parse(readFileSync(documentPath, 'utf8'));
