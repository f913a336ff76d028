// Where DigitalOcean's document is wrong about tags.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['tags_create'],
    change: { kind: 'required', at: 'body', names: ['name'] },
    why: 'A tag is nothing but its name; the schema of the reply is used for the request, too.',
    source: 'example request and the 400 for invalid names',
  },
  {
    operations: ['tags_assign_resources', 'tags_unassign_resources'],
    change: {
      kind: 'schema',
      at: 'body.resources',
      set: {
        minItems: 1,
        items: {
          type: 'object',
          properties: {
            resource_id: { type: 'string' },
            resource_type: {
              type: 'string',
              enum: ['droplet', 'database', 'image', 'volume', 'volume_snapshot'],
            },
          },
          required: ['resource_id', 'resource_type'],
          additionalProperties: false,
        },
      },
    },
    why: 'Databases carry tags, too, and are missing from the enum; an id without its type names nothing, and neither does an empty list.',
    source:
      'descriptions of both operations, which name databases and expect both of every element',
  },
];
