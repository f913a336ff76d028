// Where DigitalOcean's document is wrong about changing images.
import type { Correction } from '../../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['images_create_custom', 'imageActions_post'],
    change: { kind: 'schema', at: 'body.region', drop: ['enum'] },
    why: 'The list of regions is older than the newest regions; which exist is told by GET /v2/regions.',
    source: 'GET /v2/regions; regions such as ric1 and atl1 are missing from the enum',
  },
  {
    operations: ['imageActions_post', 'imageActions_get'],
    change: { kind: 'reply', documented: null, is: 'action' },
    why: 'The action comes under its name; the schema shows it bare.',
    source: 'examples of both operations; godo decodes an action',
  },
];
