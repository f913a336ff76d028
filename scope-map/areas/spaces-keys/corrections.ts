// Where DigitalOcean's document is wrong about Spaces keys.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['spacesKey_create'],
    change: { kind: 'scopes', are: [['spaces_key:create_credentials'], ['spaces_key:create']] },
    why: 'Both names are in use for the same right.',
    source:
      "DigitalOcean's list of scopes, whose page spaces_key/create is titled with the other name",
  },
  {
    operations: ['spacesKey_create'],
    change: {
      kind: 'schema',
      at: 'body.grants.permission',
      set: { enum: ['read', 'readwrite', 'fullaccess'] },
    },
    why: 'The schema takes any text; only these permissions open anything (the empty one does not).',
    source: 'description of permission',
  },
  {
    operations: ['spacesKey_list'],
    change: { kind: 'schema', at: 'query.sort_direction', set: { enum: ['asc', 'desc'] } },
    why: 'The schema takes any text; a direction is one of two.',
    source: 'description of sort_direction',
  },
  {
    operations: ['spacesKey_list'],
    change: {
      kind: 'schema',
      at: 'query.permission',
      set: { enum: ['read', 'readwrite', 'fullaccess'] },
    },
    why: 'The schema takes any text; only these permissions open anything (the empty one does not).',
    source: 'description of permission',
  },
];
