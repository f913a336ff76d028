// Where DigitalOcean's document is wrong about projects.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['projects_get'],
    change: { kind: 'schema', at: 'path.project_id', drop: ['format'] },
    why: 'The word "default" names the default project.',
    source: 'path /v2/projects/default of the same document',
  },
];
