// Where DigitalOcean's document is wrong about vector databases.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['vectorDatabases_create'],
    change: { kind: 'required', at: 'body', names: ['name', 'region', 'size', 'project_id'] },
    why: 'Nothing can be made without them; the schema lists no required field.',
    source: 'descriptions of the fields, which begin with the word',
  },
  {
    operations: ['vectorDatabases_post_resize'],
    change: { kind: 'required', at: 'body', names: ['size'] },
    why: 'A resize without a size says nothing; the schema lists no required field.',
    source: 'description of the field, which begins with the word',
  },
  {
    operations: ['vectorDatabases_update_tags'],
    change: { kind: 'required', at: 'body', names: ['tags'] },
    why: 'Without tags the call would not say what is left: none is an empty list, and never a slip.',
    source: 'description of the operation: what is supplied replaces what is there',
  },
];
