// Reads DigitalOcean's document where it stands beside the repository: its wording is what our shapes leave out.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const documentPath = fileURLToPath(new URL('../../../shared/do-api/openapi.json', import.meta.url));

/** Whether the document is there. */
export const hasReference = existsSync(documentPath);

/** Said in the name of a skipped group. */
export const absence = hasReference ? '' : ' (skipped: ../shared/do-api is not there)';

/** The parsed OpenAPI document. */
export const readDocument = (): unknown => JSON.parse(readFileSync(documentPath, 'utf8'));
